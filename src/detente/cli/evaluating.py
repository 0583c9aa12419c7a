"""`detente evaluate`: hand-coded items coded by the coder, and how well the two agree."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec

from detente.cli.coding import load_coder, silence_libraries
from detente.cli.progress import counting
from detente.cli.unread import naming
from detente.cli.writing import draw, open_output
from detente.documents.days import read_day
from detente.documents.fields import make_document
from detente.errors import DetenteError, DocumentError, check_known
from detente.evaluation import Item, Scores, evaluate
from detente.knowledge.kinds import check_types
from detente.records import Report, Status

if TYPE_CHECKING:
    from detente.pipeline import Coder

CODE = re.compile(r"[A-Z]{3}|-*|.+:.*")  # of a state, of nobody, of a body or group
ALL_READ, SOME_FAILED, NOTHING_READ = 0, 1, 2


def evaluate_gold(path: Path, *, knowledge: Path | None, model: str | None, errors: bool, form: str) -> int:
    """Write the scores; the exit code."""
    silence_libraries()
    lines = _lines(path)
    failed: list[DocumentError] = []
    coder = load_coder(knowledge, model)
    with counting(len(lines), word="coding") as advance, naming() as name:

        def pairs() -> Iterator[tuple[Item, Report]]:
            for number, line in lines:
                try:
                    yield _coded(coder, line, file=str(path), record=f"line {number}")
                except DocumentError as error:
                    failed.append(error)
                    name(error)
                advance()

        scores = evaluate(pairs())
    if not scores.items:
        return NOTHING_READ
    with open_output(None) as stream:
        if form == "json":
            stream.write(json.dumps(_figures(scores), indent=2) + "\n")
        else:
            from detente.outputs.evaluation import render_scores  # noqa: PLC0415

            draw(render_scores(scores, errors=errors), stream)
    return SOME_FAILED if failed else ALL_READ


def _lines(path: Path) -> list[tuple[int, bytes]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DetenteError(f"{path}: cannot be read ({error.strerror}); check the spelling") from error
    found = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise DetenteError(f"{path}: is empty; write one hand-coded item a line")
    return found


def _coded(coder: Coder, line: bytes, *, file: str, record: str) -> tuple[Item, Report]:
    try:
        item = msgspec.json.decode(line, type=Item)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(
            file=file,
            record=record,
            problem=f"is no hand-coded item ({error})",
            remedy='write {"id", "text", "published", "events"}, an event with its type, status, actor and recipient',
        ) from error
    _check(item, file=file, record=record)
    day = read_day(item.published or item.date, file=file, record=record)
    document = make_document(
        item.text,
        file=file,
        record=record,
        source_id=item.id,
        title=item.title,
        outlet=item.outlet,
        published=day,
    )
    return item, coder.code(document)


def _check(item: Item, *, file: str, record: str) -> None:
    """Raise `DocumentError` for a word that no coded event can answer: a slip of the pen would count as missed."""
    try:
        for gold in item.events:
            check_types(word for word in (gold.type, gold.type_manual, *gold.type_alt) if word)
            check_known((gold.status, *gold.status_alt), get_args(Status), what="status")
            for side in (*gold.actor, *gold.recipient):
                if not CODE.fullmatch(side.code):
                    raise DetenteError(f"{side.code}: is no code; give FRA, IGO:..., NSA:... or ---")
    except DetenteError as error:
        problem, _, remedy = str(error).partition("; ")
        raise DocumentError(file=file, record=record, problem=problem, remedy=remedy) from error


def _figures(scores: Scores) -> dict[str, object]:
    tallies = {"events": scores.events, "parties": scores.parties, "types": scores.types}
    shares = {"status": scores.status, "time": scores.time, "source": scores.source}
    return {
        "items": scores.items,
        **{
            name: {"precision": one.precision, "recall": one.recall, "f1": one.f1}
            for name, one in tallies.items()
        },
        **{name: {"right": one.value, "of": one.asked} for name, one in shares.items()},
        "in_empty_items": {"events": scores.in_empty, "items": scores.empty},
    }
