"""What could not be read, told on standard error: a file's first lines with one fault, and how many more have it."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from detente.errors import DocumentError

MOST = 3


@contextmanager
def naming(*, every: bool = False) -> Iterator[Callable[[DocumentError], None]]:
    """Gives a function that names what could not be read; of many records of a file with one remedy the first three.

    The others are counted when the block ends, however it does, unless `every` or DETENTE_DEBUG asks for each.
    """
    every = every or bool(os.environ.get("DETENTE_DEBUG"))
    told: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], str] = {}

    def name(error: DocumentError) -> None:
        if error.record:
            # what is wrong differs with each mistyped day, the remedy does not
            fault = error.file, error.remedy
            told[fault] += 1
            if told[fault] > MOST and not every:
                last[fault] = error.record
                return
        sys.stderr.write(f"detente: {error}\n")

    try:
        yield name
    finally:
        for (file, remedy), record in last.items():
            more = told[file, remedy] - MOST
            sys.stderr.write(f"detente: {file}: {more:,} more, up to {record}; {remedy}\n")
