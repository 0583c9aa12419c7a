"""Counts of knowledge records, or the kinds themselves -> a table for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table

from detente.knowledge.frames import Kind


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
    table = Table(box=None, header_style="bold dim")
    table.add_column("KIND", no_wrap=True)
    table.add_column("TYPE", no_wrap=True)
    table.add_column("MODE", no_wrap=True)
    table.add_column("WHAT IT MEANS")
    for kind in sorted(kinds, key=lambda kind: kind.kind):
        table.add_row(kind.kind, kind.type or "", kind.mode or "", kind.gloss)
    return table
