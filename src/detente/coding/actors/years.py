"""An undated text in, the interval in which all office-holders that it names held their offices out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.actors.people import Person
from detente.coding.actors.persons import Naming
from detente.knowledge.actor_names import CORE_ROLES, slug
from detente.knowledge.actors import ActorTables

Interval = tuple[str, str]


def years_of(naming: Naming, tables: ActorTables) -> tuple[str, str, str] | None:
    """First and last day, and the reason; None when no dated office-holder is named with a title."""
    found: list[tuple[Interval, str]] | None = None
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
    earliest, latest = min(i[0] for i, _ in found), max(i[1] for i, _ in found)
    return earliest, latest, "; ".join(dict.fromkeys(why for _, why in found))


def _terms(person: Person, tables: ActorTables) -> list[tuple[Interval, str]]:
    office = person.office
    if office is None:
        return []
    terms = []
    for role in person.roles & CORE_ROLES:
        for row in tables.holders.get((office.country, role), ()):
            if row.person == office.person:
                until = row.end or row.as_of
                why = (
                    f"{row.person} was {role.replace('_', ' ')} of {row.country} from {row.start} to {until}"
                )
                terms.append(((_first_day(row.start), _last_day(until)), why))
    return terms


def _meet(
    one: Iterable[tuple[Interval, str]], other: Iterable[tuple[Interval, str]]
) -> list[tuple[Interval, str]]:
    both = []
    for (start, end), why in one:
        for (start2, end2), why2 in other:
            if max(start, start2) <= min(end, end2):
                reasons = [w for w, day in ((why, start), (why2, start2)) if day == max(start, start2)][:1]
                reasons += [w for w, day in ((why, end), (why2, end2)) if day == min(end, end2)][:1]
                both.append(((max(start, start2), min(end, end2)), "; ".join(dict.fromkeys(reasons))))
    return both


def _first_day(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text


def _last_day(text: str) -> str:
    return text + "-12-31"[len(text) - 4 :] if len(text) < 10 else text
