"""A name and perhaps a day in, what the tables know under that name out, each answer with its source."""

from __future__ import annotations

from typing import NamedTuple

from detente.knowledge.actor_names import fold, slug
from detente.knowledge.actors import ActorTables, Entry, Office, PlaceRow

NO_SOURCE = "no citable source"
_UNCITED = "no citable source yet"


class Answer(NamedTuple):
    """One thing that a name stands for. `what` is an office, or a note; `on_the_day` is None without a day."""

    kind: str
    name: str
    id: str
    what: str
    start: str
    end: str
    source: str
    on_the_day: bool | None
    country: str | None = None
    sectors: tuple[str, ...] = ()


def who(tables: ActorTables, name: str, *, on: str | None = None) -> tuple[Answer, ...]:
    """Everything called so; with `on`, office-holders of that ISO day first. Small letters do for capitals."""
    answers = dict.fromkeys(_answer(entry, on) for entry in _entries(tables, fold(name.strip())))
    return tuple(sorted(answers, key=lambda answer: (answer.on_the_day is False, answer.kind != "person")))


def _entries(tables: ActorTables, name: str) -> tuple[Entry, ...]:
    found = tables.entries_by_name.get(name)
    if found is not None or not name:
        return found or ()
    alike = name.casefold()
    return tuple(
        entry
        for pattern, entries in zip(tables.patterns, tables.entries, strict=True)
        if len(pattern) == len(name) and pattern.casefold() == alike
        for entry in entries
    )


def _answer(entry: Entry, on: str | None) -> Answer:
    row = entry.row
    if isinstance(row, Office):
        return _holder(row, on)
    if isinstance(row, PlaceRow):
        return Answer("place", row.name, row.geonames, "", "", "", "GeoNames", None, row.country)
    country = row.id if entry.kind in _STATES else getattr(row, "country", None)
    return Answer(
        kind=entry.kind,
        name=getattr(row, "name", None) or row.names[0],
        id=row.id,
        what=row.note,
        start=getattr(row, "start", ""),
        end=getattr(row, "end", ""),
        source=NO_SOURCE,
        on_the_day=None,
        country=country,
        sectors=getattr(row, "sectors", ()),
    )


_STATES = ("state", "demonym", "prefix", "capital", "metonym")


def _holder(row: Office, on: str | None) -> Answer:
    return Answer(
        kind="person",
        name=row.person,
        id=f"person:{slug(row.person)}",
        what=f"{row.title} of {row.country}",
        start=row.start,
        end=row.end or f"not before {row.as_of}",
        source=cited(row.source),
        on_the_day=None if on is None else row.held_on(on),
        country=row.state,
        sectors=tuple(filter(None, row.sectors.split(";"))),
    )


def cited(source: str) -> str:
    """The sources that can be cited, or that there is none."""
    parts = [part for part in source.split("; ") if _UNCITED not in part]
    return "; ".join(parts) or NO_SOURCE
