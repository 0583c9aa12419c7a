"""A gold file in, the rows that its scorer reads out: the shipped coder's reports, reshaped and nothing else.

    predict.py {events,attribution,time,status,reports} GOLD.jsonl -o PRED.jsonl

The coder sees the text without its title, day of publication and outlet where the file gives them, and for
`status` the event heads. `reports` writes whole reports, as `detente code --format jsonl` does.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from detente.outputs.exports.tables import Codes, load_codes
from detente.records import Actor, Document, Event, Report, Span, Status, to_json

Row = dict[str, Any]
ANY_ORGANISATION = {"UNO": "IGO", "EUR": "IGO"}
code_tables = cache(load_codes)

PUBLICATION_FIELDS = ("published", "dct", "date")
OUTLET_FIELDS = ("outlet", "publisher")

# The four labels of the status gold, by our statuses; the gold calls what was put off negated ("delivery", delayed).
FOLDED: dict[Status, str] = {
    "proposed": "future",
    "planned": "future",
    "scheduled": "future",
    "postponed": "negated",
    "under_way": "occurred",
    "occurred": "occurred",
    "cancelled": "negated",
    "declined": "negated",
    "denied": "negated",
    "hypothetical": "uncertain",
}


class CodesReports(Protocol):
    """The part of `detente.pipeline.Coder` that is used here."""

    def code(self, document: Document, /) -> Report: ...

    def standings(self, document: Document, heads: Sequence[Span], /) -> tuple[tuple[Status, str], ...]: ...


def predict_events(row: Row, coder: CodesReports) -> Row:
    """Each sentence's principal event that PLOVER has a type for."""
    report = coder.code(document_of(row))
    events = [plover_event(event) for event in report.events if event.principal and event.type]
    return {"id": row["id"], "events": events}


def predict_attribution(row: Row, coder: CodesReports) -> Row:
    """The outermost attributions."""
    outermost = (a for a in coder.code(document_of(row)).attributions if a.inside is None)
    attributions = [
        {"source": list(a.source), "cue": list(a.cue), "content": list(a.content)} for a in outermost
    ]
    return {"id": row["id"], "attributions": attributions}


def predict_time(row: Row, coder: CodesReports) -> Row:
    """All time expressions."""
    fields = ("text", "type", "value", "mod", "earliest", "latest")
    timexes = [
        {"start": t.span.start, "end": t.span.end, **{field: getattr(t, field) for field in fields}}
        for t in coder.code(document_of(row)).times
    ]
    return {"id": row["id"], "timexes": timexes}


def predict_status(row: Row, coder: CodesReports) -> Row:
    """The coder's status of each given event head (the first fragment where it has several)."""
    heads = [Span(*event["span"][0]) for event in row["events"]]
    given = zip(row["events"], coder.standings(document_of(row), heads), strict=True)
    return {
        "id": row["id"],
        "events": [{"id": e["id"], "status": folded(*standing)} for e, standing in given],
    }


def folded(status: Status, certainty: str) -> str:
    """The label of the gold: what is asked, wanted or owed is future, and what is told as probable is uncertain."""
    if (status, certainty) == ("hypothetical", "Uu"):
        return "future"
    return "uncertain" if status in ("occurred", "under_way") and certainty != "CT" else FOLDED[status]


def predict_reports(row: Row, coder: CodesReports) -> Row:
    """The whole report."""
    report: Row = json.loads(to_json(coder.code(document_of(row))))
    return report


TASKS: dict[str, Callable[[Row, CodesReports], Row]] = {
    "events": predict_events,
    "attribution": predict_attribution,
    "time": predict_time,
    "status": predict_status,
    "reports": predict_reports,
}


def document_of(row: Row) -> Document:
    """The row as a document without a title, so that offsets are the gold's."""
    return Document(
        text=row["text"],
        outlet=first_of(row, OUTLET_FIELDS),
        published=first_of(row, PUBLICATION_FIELDS),
        source_id=str(row["id"]),
    )


def first_of(row: Row, fields: Sequence[str]) -> str | None:
    """The first of the fields that the row has a value for."""
    return next((row[field] for field in fields if row.get(field)), None)


def plover_event(event: Event) -> Row:
    """Type and country codes; the first side of a reciprocal event acts, the others receive."""
    tables = code_tables()
    actors, recipients = (plover_codes(side, tables) for side in (event.actors, event.recipients))
    if event.reciprocal:
        actors, recipients = actors[:1], actors[1:] + recipients
    return {
        "type": event.type,
        "actor": list(dict.fromkeys(actors)),
        "recipient": list(dict.fromkeys(recipients)),
    }


def plover_codes(actors: Sequence[Actor], tables: Codes) -> list[str]:
    """PLOVER country codes; who has none (a group of no state, somebody unknown) is left out.

    The gold knows only IGO for any organisation of states.
    """
    found = (tables.state_code(actor) for actor in actors)
    return [ANY_ORGANISATION.get(code, code) for code in found if code]


def predictions(gold: Path, task: str, coder: CodesReports) -> Iterator[Row]:
    """One predicted row for each row of the gold file."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield TASKS[task](json.loads(line), coder)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the predictions, a line as soon as it is there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--knowledge", type=Path, help="a folder laid over the built-in knowledge")
    parser.add_argument("--model", help="an installed spaCy pipeline (default: the English md weights)")
    parser.add_argument("--precise", action="store_true", help="only the attributions whose cues seldom err")
    options = parser.parse_args(arguments)
    from detente.pipeline import Coder  # noqa: PLC0415  (the language model is not loaded for --help)

    coder = Coder(knowledge=options.knowledge, model=options.model, precise=options.precise)
    with options.output.open("w", encoding="utf-8", buffering=1) as output:
        for row in predictions(options.gold, options.task, coder):
            output.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
