"""Counts of knowledge records, or the kinds themselves -> a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.knowledge.frames import Kind
from detente.outputs.narrow import ByWidth

NARROWEST = 80  # in columns; below it the meaning would be a few letters wide


def render_counts(folders: Sequence[Mapping[str, int]]) -> RenderableType:
    """A line for each part or table: how many records are ours, and how many the user's."""
    table = Table(box=None, header_style="bold dim")
    table.add_column("PART OR TABLE")
    for name in ("OURS", "YOURS")[: len(folders)]:
        table.add_column(name, justify="right")
    for part in sorted({part for counts in folders for part in counts}):
        table.add_row(part, *(str(counts.get(part, "")) for counts in folders))
    return table


def render_kinds(kinds: Sequence[Kind]) -> RenderableType:
    """A line for each kind, by its name: PLOVER's type and mode of one that took place, and what it means."""
    listed = sorted(kinds, key=lambda kind: kind.kind)
    return ByWidth(least=NARROWEST, columns=_kinds(listed), lines=Group(*map(_lines, listed)))


def _kinds(kinds: Iterable[Kind]) -> Table:
    table = Table(box=None, header_style="bold dim")
    table.add_column("KIND", no_wrap=True)
    table.add_column("TYPE", no_wrap=True)
    table.add_column("MODE", no_wrap=True)
    table.add_column("WHAT IT MEANS")
    for kind in kinds:
        table.add_row(kind.kind, kind.type or "", kind.mode or "", kind.gloss)
    return table


def _lines(kind: Kind) -> RenderableType:
    codes = " ".join(filter(None, (kind.type, kind.mode)))
    return Group(Text(f"{kind.kind}  {codes}".strip()), Padding(Text(kind.gloss, style="dim"), (0, 0, 0, 2)))
