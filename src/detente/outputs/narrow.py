"""What is shown in columns where they have room, and one below the other where they would break words."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


@dataclass(frozen=True, kw_only=True)
class ByWidth:
    """Renders `columns` in a terminal of at least so many columns, and `lines` in a narrower one."""

    least: int
    columns: RenderableType
    lines: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.columns if options.max_width >= self.least else self.lines
