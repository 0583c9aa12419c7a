"""Inputs in, reports written out one by one; what fails is named on standard error and the others go on."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from detente.cli.apart import refuse_what_is_read
from detente.cli.lean import import_spacy
from detente.cli.progress import show_progress
from detente.cli.unread import naming
from detente.cli.writing import Format, chosen_format, draw, open_output, tell_written, write_report
from detente.collection import no_collection
from detente.documents.boilerplate import load_boilerplate
from detente.documents.days import read_day
from detente.documents.fields import make_document
from detente.documents.inputs import read_named_documents
from detente.documents.language import hardly_english
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN

if TYPE_CHECKING:
    from detente.pipeline import Coder
    from detente.records import Document, Report

ALL_CODED, SOME_FAILED, NOTHING_READ = 0, 1, 2
NO_DOCUMENT = "no document was found in it; each line or row of such a file is to hold one"
READ = ("coded", "undated", "known")


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
    verbose: bool = False
    precise: bool = False


def code_inputs(task: Task) -> int:
    """Code all inputs; the exit code. Raises `DetenteError` when not even a start can be made."""
    silence_libraries()
    read_day(task.published, file="--published")
    refuse_what_is_read(task.output, task.inputs)
    form = chosen_format(task.form, task.output)
    on_screen = task.output is None and sys.stdout.isatty()  # there the reports themselves show how far it is
    items = read_named_documents(
        task.inputs,
        published=task.published,
        outlet=task.outlet,
        encoding=task.encoding,
        max_bytes=task.max_bytes,
        timeout=task.timeout,
        boilerplate=load_boilerplate((BUILT_IN, task.knowledge)) if task.knowledge else None,
    )
    coder: Coder | None = None
    outcomes: Counter[str] = Counter()
    output = _Output(task.output)
    shown = show_progress(task.inputs, visible=not on_screen)
    with output, shown as advance, naming(every=task.verbose) as name:
        for place, item in items:
            if isinstance(item, DocumentError):
                outcomes["unread"] += 1
                name(item)
            else:
                stream = output.opened()
                coder = coder or load_coder(task.knowledge, task.model, precise=task.precise)
                report = code_one(coder, item, place, verbose=task.verbose)
                outcomes["coded" if report else "crashed"] += 1
                if report:
                    write_report(report, form, stream)
            advance()
        if not outcomes["unread"]:
            output.opened()  # nothing to read, and nothing wrong: a file of no reports
    if not outcomes.total():
        sys.stderr.write(f"detente: {NO_DOCUMENT}\n")
    if output.is_open:
        tell_written(task.output, outcomes["coded"], "report")
    return exit_code(outcomes)


class _Output(ExitStack):
    """Where reports go; a file is opened, and what was in it lost, only when there is something to write."""

    def __init__(self, output: Path | None) -> None:
        super().__init__()
        self._output = output
        self._stream: TextIO | None = None

    @property
    def is_open(self) -> bool:
        """Whether there was something to write."""
        return self._stream is not None

    def opened(self) -> TextIO:
        """The stream. Raises `DetenteError` when it cannot be written."""
        if self._stream is None:
            self._stream = self.enter_context(open_output(self._output))
        return self._stream


def code_one(coder: Coder, document: Document, place: str, *, verbose: bool) -> Report | None:
    """The report; None, and a line on standard error, when the coder fails at it: the others must go on.

    Of a text that is hardly English a line says so, too: that nothing is found in it says nothing.
    """
    name = f"{place} ({document.source_id})" if document.source_id else place
    if hardly_english(document.text):
        sys.stderr.write(f"detente: {name}: is hardly English, which alone can be read; translate it first\n")
    try:
        return coder.code(document)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is one document's
        what = " ".join(f"{type(error).__name__}: {error}".split())
        debug = verbose or bool(os.environ.get("DETENTE_DEBUG"))
        remedy = (
            "report it with the text" if debug else "see where with --verbose, and report it with the text"
        )
        sys.stderr.write(f"detente: {name}: the coder failed ({what}); {remedy}\n")
        if debug:
            traceback.print_exc(file=sys.stderr)
        return None


def exit_code(outcomes: Mapping[str, int]) -> int:
    if outcomes["crashed"] or (outcomes["unread"] and any(outcomes[name] for name in READ)):
        return SOME_FAILED
    return NOTHING_READ if outcomes["unread"] else ALL_CODED


def explain_sentence(
    sentence: str, *, published: str | None, form: str, knowledge: Path | None, model: str | None
) -> int:
    """Show how a sentence is coded; the exit code."""
    from detente.outputs.explain import render_trace  # noqa: PLC0415

    day = read_day(published, file="--published")
    document = make_document(sentence, file="the sentence", published=day)
    trace = _load_explainer(knowledge, model).trace(document)
    with open_output(None) as stream:
        if form == "jsonl":
            write_report(trace.report, "jsonl", stream)
        else:
            draw(render_trace(trace), stream)
    return ALL_CODED


def load_coder(knowledge: Path | None, model: str | None, *, precise: bool = False) -> Coder:
    """The coder, which takes a second or two to load: only when there is something to code."""
    with no_collection(keep=True):
        import_spacy()
        from detente.pipeline import Coder  # noqa: PLC0415

        return Coder(knowledge=knowledge, model=model, precise=precise)


def _load_explainer(knowledge: Path | None, model: str | None) -> Coder:
    """A coder that also knows the states that examples of rules are written about."""
    import_spacy()
    from detente.knowledge.load import load_knowledge  # noqa: PLC0415
    from detente.pipeline import Coder  # noqa: PLC0415

    return Coder(model=model, loaded=load_knowledge(knowledge, invented=True))


def silence_libraries() -> None:
    """What libraries log about a page is said by our own error, in one line."""
    logging.getLogger().addHandler(logging.NullHandler())
