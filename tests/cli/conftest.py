"""The command line with a coder that needs no model: one event for each document, at its first word."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from detente.cli import run
from detente.errors import KnowledgeError, ModelError
from detente.records import Document, Event, Report, Span, Versions

INTERRUPTS = "INTERRUPT"  # a document that opens with this word is where the user presses Ctrl-C


@dataclass
class Trace:
    report: Report


class FakeCoder:
    """Loads like the real one, and codes each document alike."""

    loaded: list[tuple[Path | None, str | None]] = []

    def __init__(self, knowledge: Path | None = None, model: str | None = None) -> None:
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
        return Trace(self.code(document))


@dataclass
class Outcome:
    code: int
    out: str
    err: str


Detente = Callable[..., Outcome]


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, str | None]]:
    """With what the coder has been loaded."""
    pipeline = ModuleType("detente.pipeline")
    pipeline.Coder = FakeCoder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "detente.pipeline", pipeline)
    monkeypatch.setattr(FakeCoder, "loaded", [])
    return FakeCoder.loaded


@pytest.fixture
def detente(
    loaded: list[tuple[Path | None, str | None]],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Detente:
    """Runs a command line, on a terminal if asked to, and gives its exit code and what it wrote."""

    def call(*arguments: str | Path, terminal: bool = False) -> Outcome:
        with monkeypatch.context() as patch:
            if terminal:
                patch.setenv("TERM", "xterm-256color")
                patch.setattr(sys.stdout, "isatty", lambda: True)
                patch.setattr(sys.stderr, "isatty", lambda: True)
            code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
