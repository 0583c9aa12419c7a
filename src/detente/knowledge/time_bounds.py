"""The file `times/bounds.csv` in, which days an interval runs between, by bound and direction of the clause, out.

A cell names the days that limit that end: the expression's `first` and `last` day, the `day before` and `day after`
them, the day of publication (`published`), how far a duration counted from it comes (`reach`), the very day that
"two years ago" counts to (`counted`); empty: the end is open. `*`: wherever the clause looks; a present clause without a row of
its own looks ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from detente.knowledge.files import read_table

EndName = Literal["first", "last", "day before", "day after", "published", "reach", "counted"]
Direction = Literal["past", "present", "future", "open", "*"]


class BoundRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row: what limits the two ends of an interval."""

    bound: str
    looks: Direction
    earliest: tuple[EndName, ...] = ()
    latest: tuple[EndName, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class BoundTable:
    """The rows by bound and direction."""

    rows: Mapping[tuple[str, str], BoundRow]

    def row(self, bound: str, looks: str) -> BoundRow | None:
        """The row of that direction, else the one for any."""
        found = self.rows.get((bound, looks)) or self.rows.get((bound, "*"))
        return self.rows.get((bound, "future")) if found is None and looks == "present" else found


def load_bounds(folders: Iterable[Path]) -> BoundTable:
    """Later folders over earlier ones. Raises `KnowledgeError` naming the line that is wrong."""
    return BoundTable({(r.bound, r.looks): r for r in read_table(folders, "times/bounds.csv", BoundRow)})
