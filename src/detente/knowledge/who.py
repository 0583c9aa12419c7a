"""A name and perhaps a day in, what the tables know under that name out, each answer with its source."""

from __future__ import annotations

from typing import NamedTuple

from detente.knowledge.actor_names import fold
from detente.knowledge.actors import ActorTables, Entry, Office

NO_SOURCE = "no citable source"
_UNCITED = "no citable source yet"


class Answer(NamedTuple):
    """One thing that a name stands for. `on_the_day` is None when no day was asked for."""

    kind: str
    name: str
    id: str
    what: str
    start: str
    end: str
    source: str
    on_the_day: bool | None


def who(tables: ActorTables, name: str, *, on: str | None = None) -> tuple[Answer, ...]:
    """Everything called so; with `on`, office-holders of that ISO day first."""
    entries = tables.entries_by_name.get(fold(name.strip()), ())
    answers = dict.fromkeys(_answer(entry, on) for entry in entries)
    return tuple(sorted(answers, key=lambda answer: (answer.on_the_day is False, answer.kind != "person")))


def _answer(entry: Entry, on: str | None) -> Answer:
    row = entry.row
    if isinstance(row, Office):
        held = None if on is None else row.held_on(on)
        until = row.end or f"not before {row.as_of}"
        what = f"{row.title} of {row.country}"
        return Answer("person", row.person, row.country, what, row.start, until, cited(row.source), held)
    if entry.kind == "place":
        return Answer("place", row.name, row.geonames, f"place in {row.country}", "", "", "GeoNames", None)
    name = getattr(row, "name", None) or row.names[0]
    start, end = getattr(row, "start", ""), getattr(row, "end", "")
    return Answer(entry.kind, name, row.id, row.note, start, end, NO_SOURCE, None)


def cited(source: str) -> str:
    """The sources that can be cited, or that there is none."""
    parts = [part for part in source.split("; ") if _UNCITED not in part]
    return "; ".join(parts) or NO_SOURCE
