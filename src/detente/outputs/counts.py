"""Counts of knowledge records -> a table for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table


def render_counts(folders: Sequence[Mapping[str, int]]) -> RenderableType:
    """A line for each part or table: how many records are ours, and how many the user's."""
    table = Table(box=None, header_style="bold dim")
    table.add_column("PART OR TABLE")
    for name in ("OURS", "YOURS")[: len(folders)]:
        table.add_column(name, justify="right")
    for part in sorted({part for counts in folders for part in counts}):
        table.add_row(part, *(str(counts.get(part, "")) for counts in folders))
    return table
