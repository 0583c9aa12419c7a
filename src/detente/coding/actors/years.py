"""An undated text in, the years in which it can have been written out: all office-holders that it names held their offices."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from detente.coding.actors.names.people import Person
from detente.coding.actors.names.persons import Naming
from detente.knowledge.actor_names import CORE_ROLES, slug
from detente.knowledge.actors import ActorTables


class _Term(NamedTuple):
    """A time in office; of times put together, who bounds it."""

    start: str
    end: str
    starter: str
    ender: str


def infer_publication(naming: Naming, published: str | None, tables: ActorTables) -> str | None:
    """ "2022-12-30 to 2023-07-25: ..." from the office-holders that the text names, or None."""
    if published is not None:
        return None
    years = years_of(naming, tables)
    return f"{years[0]} to {years[1]}: {years[2]}" if years else None


def years_of(naming: Naming, tables: ActorTables) -> tuple[str, str, str] | None:
    """First and last day, and the reason; None when no dated office-holder is named with a title."""
    found: list[_Term] | None = None
    for named in naming.found:
        person = naming.registry.people[slug(named.person.name)]
        if not named.titles or person.former or any(t.former or t.coming or t.deputy for t in named.titles):
            continue
        terms = _terms(person, tables)
        if not terms:
            continue
        found = terms if found is None else (_meet(found, terms) or found)
    if not found:
        return None
    first, last = min(found, key=lambda term: term.start), max(found, key=lambda term: term.end)
    return first.start, last.end, "; ".join(dict.fromkeys((first.starter, last.ender)))


def _terms(person: Person, tables: ActorTables) -> list[_Term]:
    office = person.office
    if office is None:
        return []
    terms = []
    for role in sorted(person.roles & CORE_ROLES):
        for row in tables.holders.get((office.country, role), ()):
            if row.person == office.person:
                until = row.end or row.as_of
                title = role.replace("_", " ")
                why = f"{row.person} was {title} of {row.country} from {row.start} to {until}"
                terms.append(_Term(_first_day(row.start), _last_day(until), why, why))
    return terms


def _meet(one: Iterable[_Term], other: Iterable[_Term]) -> list[_Term]:
    """The times that two have in common."""
    return [
        _Term(
            max(a.start, b.start), min(a.end, b.end),
            a.starter if a.start >= b.start else b.starter, a.ender if a.end <= b.end else b.ender,
        )
        for a, b in product(one, other)
        if max(a.start, b.start) <= min(a.end, b.end)
    ]  # fmt: skip


def _first_day(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def _last_day(text: str) -> str:
    return text + "-12-31"[len(text) - 4 :] if len(text) < 10 else text
