"""What the parts below have to note, though nothing failed, as lines on standard error."""

from __future__ import annotations

import logging
import sys

PARTS = ("detente.documents", "detente.store")  # of which a user can do something about it


class _Lines(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"detente: {record.getMessage()}\n")


def tell_notes() -> None:
    """Write warnings of our own parts as lines from now on, each once however often this is called."""
    for part in PARTS:
        logging.getLogger(part).handlers = [_Lines()]
