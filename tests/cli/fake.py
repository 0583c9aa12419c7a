"""A coder that needs no model, for tests of what goes into a command and what comes out: one event for each document, at
its first word.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.coding.explain import Trace
from detente.errors import KnowledgeError, ModelError
from detente.records import Document, Event, Report, Span, Versions

CRASHES = "CRASH"  # a document that opens with this word is one that the coder fails at
INTERRUPTS = "INTERRUPT"  # a document that opens with this word is where the user presses Ctrl-C


class FakeCoder:
    """Loads like the real one, and codes each document alike."""

    loaded: list[tuple[Path | None, str | None]] = []

    def __init__(
        self,
        knowledge: Path | None = None,
        model: str | None = None,
        *,
        loaded: object | None = None,
        precise: bool = False,
    ) -> None:
        if model == "missing":
            raise ModelError(
                "no spaCy pipeline called 'missing' is installed; install it, or leave --model out"
            )
        if knowledge is not None and not knowledge.is_dir():
            raise KnowledgeError(
                file=str(knowledge), record="folder", problem="no such folder", remedy="name another"
            )
        self.loaded.append((knowledge, model))

    def code(self, document: Document) -> Report:
        first = document.text.split()[0]
        if first == INTERRUPTS:
            raise KeyboardInterrupt
        if first == CRASHES:
            raise IndexError("list index\nout of range")
        start = document.text.index(first)
        span = Span(start, start + len(first))
        return Report(
            id="sha256:0",
            source_id=document.source_id,
            title=document.title,
            outlet=document.outlet,
            url=document.url,
            published=document.published,
            text=document.text,
            versions=Versions(detente="0", model="fake", knowledge="0"),
            events=(
                Event(id="e1", happening="h1", kind="visit", status="planned", sentence=span, trigger=span),
            ),
        )

    def trace(self, document: Document) -> Trace:
        return Trace(report=self.code(document), actors=(), arguments=(), fired=(), nearly=())


@dataclass
class Outcome:
    code: int
    out: str
    err: str


Detente = Callable[..., Outcome]
TEXT = "Ruritania will send its envoy to Sylvania.\n"


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]
