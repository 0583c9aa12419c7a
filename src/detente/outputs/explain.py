"""How a report came about -> a tree for the terminal."""

from __future__ import annotations

from typing import Protocol

from rich.console import RenderableType

from detente.outputs.tree import render_tree
from detente.records import Report


class Explained(Protocol):
    """What is needed of a trace so far."""

    @property
    def report(self) -> Report:
        """The report that the trace explains."""


def render_trace(trace: Explained) -> RenderableType:
    """The trace as a tree; for now that of its report."""
    return render_tree(trace.report)
