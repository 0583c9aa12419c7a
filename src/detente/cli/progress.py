"""What moves on standard error while a user waits, when that is a terminal: a bar for many documents, or a word."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from detente.documents.inputs import count_documents

FEW = 5


@contextmanager
def show_progress(
    inputs: Sequence[str], *, visible: bool, word: str = "coding"
) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each document; it does nothing for few of them or without a terminal."""
    total = count_documents(inputs) if visible and sys.stderr.isatty() else 0
    with counting(total, word=word) as advance:
        yield advance


@contextmanager
def counting(total: int | None, *, word: str) -> Iterator[Callable[[], None]]:
    """The same for a number of things, None when it is not known."""
    if not sys.stderr.isatty() or (total is not None and total <= FEW):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn(word), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Standard output belongs to the reports: only what goes to standard error is printed above the bar.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as bar:
        task = bar.add_task(word, total=total)
        yield lambda: bar.advance(task)


@contextmanager
def working(word: str) -> Iterator[None]:
    """Say what goes on until the block ends, after which nothing is left of it; write to no terminal in it."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(f"{word} ..."):
        yield
