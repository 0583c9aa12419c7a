"""A name and perhaps a day in, what the tables know under that name out, each answer with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from detente.knowledge.actor_names import fold, slug
from detente.knowledge.actor_rows import Entry, Office, PlaceRow
from detente.knowledge.actors import ActorTables

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
    """Everything called so, or of this id; with `on`, office-holders of that ISO day first. Small letters do for capitals.

    Rows of several sources on one tenure give one answer, of the source that can best be cited.
    """
    asked = name.strip()
    entries = _entries(tables, fold(asked)) or _of_id(tables, asked.casefold())
    told = (
        _holder(rows, on)
        for rows in _tenures(entry.row for entry in entries if isinstance(entry.row, Office))
    )
    others = (_answer(entry) for entry in entries if not isinstance(entry.row, Office))
    answers = dict.fromkeys((*told, *others))
    return tuple(sorted(answers, key=lambda answer: (answer.on_the_day is False, answer.kind != "person")))


def _entries(tables: ActorTables, name: str) -> tuple[Entry, ...]:
    number = tables.names.number(name)
    if number is not None:
        return tables.names.entries[number]
    alike = name.casefold()
    return tuple(
        entry
        for other, number in tables.names.items()
        if len(other) == len(name) and other.casefold() == alike
        for entry in tables.names.entries[number]
    )


def _of_id(tables: ActorTables, name: str) -> tuple[Entry, ...]:
    """The entries of an id, as reports and answers give it."""
    if not name:  # places without a number have no id
        return ()
    every = (entry for entries in tables.names.entries for entry in entries)
    return tuple(dict.fromkeys(entry for entry in every if _id(entry).casefold() == name))


def _id(entry: Entry) -> str:
    row = entry.row
    if isinstance(row, Office):
        return f"person:{slug(row.person)}"
    return row.geonames if isinstance(row, PlaceRow) else row.id


def _tenures(offices: Iterable[Office]) -> Iterator[list[Office]]:
    """The rows that tell of one and the same tenure together."""
    tenures: dict[tuple[str, ...], list[list[Office]]] = {}
    for row in dict.fromkeys(offices):
        begun = tenures.setdefault((row.person, row.country, row.title.casefold(), row.start), [])
        same = next((rows for rows in begun if all(_agree(row, other) for other in rows)), None)
        if same is None:
            begun.append([row])
        else:
            same.append(row)
    return (rows for begun in tenures.values() for rows in begun)


def _agree(one: Office, other: Office) -> bool:
    """Whether the ends may both be right: the same, or open when the one was written and past for the other."""
    if one.end and other.end:
        return one.end.startswith(other.end) or other.end.startswith(one.end)
    return not (one.end or other.end) or max(one.end, other.end) >= (one.as_of if other.end else other.as_of)


def _answer(entry: Entry) -> Answer:
    row = entry.row
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


def _holder(rows: Sequence[Office], on: str | None) -> Answer:
    row = max(rows, key=lambda one: (cited(one.source) != NO_SOURCE, one.end, one.as_of))
    return Answer(
        kind="person",
        name=row.person,
        id=f"person:{slug(row.person)}",
        what=f"{row.title} of {row.country}",
        start=row.start,
        end=row.end or f"not before {row.as_of}",
        source=cited(row.source),
        on_the_day=None if on is None else any(one.held_on(on) for one in rows),
        country=row.state,
        sectors=tuple(filter(None, row.sectors.split(";"))),
    )


def cited(source: str) -> str:
    """The sources that can be cited, or that there is none."""
    parts = [part for part in source.split("; ") if _UNCITED not in part]
    return "; ".join(parts) or NO_SOURCE
