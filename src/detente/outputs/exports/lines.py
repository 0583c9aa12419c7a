"""Rows -> JSON lines, one happening of a report each, that `row_from_json` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from detente.outputs.exports.rows import Row
from detente.records import Event, Record, Versions


class EventLine(Record, frozen=True, kw_only=True):
    """One line: the head mention of a happening, the report it stands in, and its sentence unless left out."""

    event_id: str
    document: str
    source_id: str | None
    dossier: str | None
    copy_of: str | None
    superseded: str | None = None
    published: str | None
    outlet: str | None
    url: str | None
    title: str | None
    sentence: str | None
    mentions: int
    event: Event
    versions: Versions


def json_lines(rows: Iterable[Row], *, text: bool = True) -> Iterator[bytes]:
    """UTF-8 JSON with its line end."""
    encoder = msgspec.json.Encoder()
    for row in rows:
        yield encoder.encode(event_line(row, text=text)) + b"\n"


def event_line(row: Row, *, text: bool = True) -> EventLine:
    """The row as a record; without `text` neither title nor sentence."""
    account = row.account
    return EventLine(
        event_id=account.id,
        document=account.document,
        source_id=row.report.source_id,
        dossier=row.dossier,
        copy_of=account.copy_of,
        superseded=account.superseded,
        published=account.published,
        outlet=account.outlet,
        url=account.url,
        title=account.title if text else None,
        sentence=row.sentence if text else None,
        mentions=len(account.events),
        event=row.event,
        versions=row.report.versions,
    )


def line_from_json(line: bytes | str) -> EventLine:
    """The record that `json_lines` wrote."""
    return msgspec.json.decode(line, type=EventLine)
