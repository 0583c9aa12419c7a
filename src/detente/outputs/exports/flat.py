"""The flat table (CSV): one happening of a report a row; `tables/flat.csv` explains each column."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO

import msgspec

from detente.knowledge.files import read_table
from detente.outputs.exports.cells import each, joined, once, one_line, words
from detente.outputs.exports.rows import Row, batches
from detente.outputs.exports.tables import HERE
from detente.records import Place, Source, Time

type Value = str | float | bool | None
BATCH = 2000
_NO_TIME, _NO_PLACE = Time(), Place(text="")


class Column(msgspec.Struct, frozen=True):
    """A row of flat.csv: the column, the type of its values, what it says; `text`: it holds words of the outlet."""

    column: str
    type: str
    meaning: str
    text: bool = False


def flat_columns() -> tuple[Column, ...]:
    """The columns in their order."""
    return read_table((HERE,), "flat.csv", Column)


VALUES: Mapping[str, Callable[[Row], Value]] = {
    "event_id": lambda r: r.account.id,
    "document": lambda r: r.account.document,
    "source_id": lambda r: one_line(r.report.source_id),
    "dossier": lambda r: r.dossier,
    "copy_of": lambda r: r.account.copy_of,
    "superseded": lambda r: r.account.superseded,
    "published": lambda r: r.account.published,
    "outlet": lambda r: one_line(r.account.outlet),
    "url": lambda r: one_line(r.account.url),
    "kind": lambda r: r.event.kind,
    "status": lambda r: r.event.status,
    "type": lambda r: r.event.type,
    "mode": lambda r: r.event.mode,
    "contexts": lambda r: joined(r.event.contexts),
    "quad": lambda r: r.event.quad,
    "intensity": lambda r: r.event.intensity,
    "reciprocal": lambda r: r.event.reciprocal,
    "actors": lambda r: joined(a.name for a in r.event.actors),
    "actor_ids": lambda r: each(a.id for a in r.event.actors),
    "actor_countries": lambda r: joined(once(a.country for a in r.event.actors)),
    "actor_sectors": lambda r: joined(once(s for a in r.event.actors for s in a.sectors)),
    "recipients": lambda r: joined(a.name for a in r.event.recipients),
    "recipient_ids": lambda r: each(a.id for a in r.event.recipients),
    "recipient_countries": lambda r: joined(once(a.country for a in r.event.recipients)),
    "recipient_sectors": lambda r: joined(once(s for a in r.event.recipients for s in a.sectors)),
    "participants": lambda r: joined(p.name for p in r.event.participants),
    "participant_certainties": lambda r: joined(p.certainty for p in r.event.participants),
    "earliest": lambda r: (r.event.time or _NO_TIME).earliest,
    "latest": lambda r: (r.event.time or _NO_TIME).latest,
    "time_value": lambda r: (r.event.time or _NO_TIME).value,
    "time_words": lambda r: one_line((r.event.time or _NO_TIME).text),
    "time_inferred": lambda r: (r.event.time or _NO_TIME).inferred,
    "status_earliest": lambda r: (r.event.status_time or _NO_TIME).earliest,
    "status_latest": lambda r: (r.event.status_time or _NO_TIME).latest,
    "place": lambda r: one_line(r.event.place.name or r.event.place.text) if r.event.place else None,
    "place_country": lambda r: (r.event.place or _NO_PLACE).country,
    "lat": lambda r: (r.event.place or _NO_PLACE).lat,
    "lon": lambda r: (r.event.place or _NO_PLACE).lon,
    "geonames": lambda r: (r.event.place or _NO_PLACE).geonames,
    "sources": lambda r: joined(s.name for s in _sources(r)),
    "source_kinds": lambda r: joined(s.kind for s in _sources(r)),
    "stances": lambda r: joined(c.stance for c in r.event.claims),
    "factualities": lambda r: joined(c.factuality for c in r.event.claims),
    "mentions": lambda r: len(r.account.events),
    "principal": lambda r: r.event.principal,
    "confidence": lambda r: r.event.confidence,
    "not_known": lambda r: joined(f"{field}: {why}" for field, why in sorted(r.event.unknown.items())),
    "rules": lambda r: joined(r.event.rules),
    "version": lambda r: " ".join(
        (r.report.versions.detente, r.report.versions.model, r.report.versions.knowledge)
    ),
    "title": lambda r: one_line(r.account.title),
    "sentence": lambda r: one_line(r.sentence),
    "trigger": lambda r: words(r.report, r.event.trigger),
    "cause": lambda r: words(r.report, r.event.cause.span) if r.event.cause else None,
    "condition": lambda r: words(r.report, r.event.condition.span) if r.event.condition else None,
}


def flat_lines(rows: Iterable[Row], *, text: bool = True) -> Iterator[str]:
    """Comma-separated text, a batch of lines at a time, the header first; empty cells for what is not known."""
    names = [column.column for column in flat_columns() if text or not column.text]
    values = [VALUES[name] for name in names]
    yield _lines([names])
    for batch in batches(rows, BATCH):
        yield _lines([[_cell(value(row)) for value in values] for row in batch])


def dictionary_text() -> str:
    """The data dictionary of the flat table, as comma-separated text."""
    head = ["column", "type", "meaning", "left out with --no-text"]
    body = [[c.column, c.type, c.meaning, "yes" if c.text else "no"] for c in flat_columns()]
    return _lines([head, *body])


def _sources(row: Row) -> list[Source]:
    return [source for claim in row.event.claims for source in claim.sources]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _lines(rows: Iterable[Iterable[str]]) -> str:
    stream = StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
