"""An undated text in, the years in which it can have been written out, with the reason; a dated one gives nothing."""

from __future__ import annotations

from detente.coding.actors import Naming, infer_years
from detente.knowledge.actors import ActorTables


def infer_publication(naming: Naming, published: str | None, tables: ActorTables) -> str | None:
    """ "2022-12-30 to 2023-07-25: ..." from the office-holders that the text names, or None."""
    if published is not None:
        return None
    years = infer_years(naming, tables)
    return f"{years[0]} to {years[1]}: {years[2]}" if years else None
