"""Inputs in, reports written out one by one; what fails is named on standard error and the others go on."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.progress import show_progress
from detente.cli.writing import Format, chosen_format, draw, open_output, write_report
from detente.documents.days import read_day
from detente.documents.fields import make_document
from detente.documents.inputs import read_documents
from detente.errors import DocumentError

if TYPE_CHECKING:
    from detente.pipeline import Coder

ALL_CODED, SOME_FAILED, NOTHING_READ = 0, 1, 2


@dataclass(frozen=True, kw_only=True)
class Task:
    """What `detente code` was asked to do."""

    inputs: tuple[str, ...]
    published: str | None
    outlet: str | None
    form: Format | None
    knowledge: Path | None
    model: str | None
    output: Path | None
    encoding: str | None
    max_bytes: int
    timeout: float


def code_inputs(task: Task) -> int:
    """Code all inputs; the exit code. Raises `DetenteError` when not even a start can be made."""
    _silence_libraries()
    read_day(task.published, file="--published")
    form = chosen_format(task.form, task.output)
    on_screen = task.output is None and sys.stdout.isatty()  # there the reports themselves show how far it is
    coder: Coder | None = None
    coded = failed = 0
    items = read_documents(
        task.inputs,
        published=task.published,
        outlet=task.outlet,
        encoding=task.encoding,
        max_bytes=task.max_bytes,
        timeout=task.timeout,
    )
    with open_output(task.output) as stream, show_progress(task.inputs, visible=not on_screen) as advance:
        for item in items:
            if isinstance(item, DocumentError):
                failed += 1
                sys.stderr.write(f"detente: {item}\n")
            else:
                coder = coder or _load_coder(task.knowledge, task.model)
                write_report(coder.code(item), form, stream)
                coded += 1
            advance()
    return ALL_CODED if not failed else SOME_FAILED if coded else NOTHING_READ


def explain_sentence(
    sentence: str, *, published: str | None, form: str, knowledge: Path | None, model: str | None
) -> int:
    """Show how a sentence is coded; the exit code."""
    from detente.outputs.explain import render_trace  # noqa: PLC0415

    day = read_day(published, file="--published")
    document = make_document(sentence, file="the sentence", published=day)
    trace = _load_coder(knowledge, model).trace(document)
    with open_output(None) as stream:
        if form == "jsonl":
            write_report(trace.report, "jsonl", stream)
        else:
            draw(render_trace(trace), stream)
    return ALL_CODED


def _load_coder(knowledge: Path | None, model: str | None) -> Coder:
    """The coder, which takes a second or two to load: only when there is something to code."""
    from detente.pipeline import Coder  # noqa: PLC0415

    return Coder(knowledge=knowledge, model=model)


def _silence_libraries() -> None:
    """What libraries log about a page is said by our own error, in one line."""
    logging.getLogger().addHandler(logging.NullHandler())
