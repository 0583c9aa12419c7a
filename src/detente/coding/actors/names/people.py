"""A personal name with its title and state in, the person out; a registry a text, for surnames later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import msgspec

from detente.coding.actors.page import Page, Title
from detente.knowledge.actor_names import fold, order_of, slug, surnames
from detente.knowledge.actor_rows import Office, Role
from detente.records import Actor, Span

SHORT = 3  # letters of a particle or an initial
_DOUBLE_GIVEN = re.compile(
    r"^[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$"
)  # "Rho Jong-min": in Korea the family comes first
_GENDERS = (("f", "female_name", "female_title"), ("m", "male_name", "male_title"))


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody named in the text; without country and organisation not a political actor."""

    name: str
    country: str | None = None
    organisation: str | None = None
    sectors: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    office: Office | None = None
    inferred: str | None = None
    former: bool = False

    @property
    def political(self) -> bool:
        return bool(self.country or self.organisation)

    def actor(self, span: Span, *, inferred: str | None = None) -> Actor:
        sectors = self.sectors or ("GOV",)
        if self.former:
            sectors = ("ELI", *(s for s in sectors if s != "ELI"))
        identity = (
            self.organisation if self.organisation and not self.country else f"person:{slug(self.name)}"
        )
        return Actor(
            name=self.name, id=identity, country=self.country, sectors=sectors, span=span,
            inferred=inferred or self.inferred,
        )  # fmt: skip


@dataclass
class Registry:
    """The persons of one text, by name, by surname and by first name (who has it alone)."""

    page: Page
    people: dict[str, Person] = field(default_factory=dict)
    by_surname: dict[str, str] = field(default_factory=dict)
    by_first: dict[str, str | None] = field(default_factory=dict)

    def meet(self, person: Person) -> Person:
        """Add what is said of a person here to what was said before."""
        key = slug(person.name)
        known = self.people.get(key)
        merged = person if known is None else _merge(known, person)
        self.people[key] = merged
        family_first = _family_first(person.country, self.page) or _DOUBLE_GIVEN.search(person.name)
        order = "family_first" if family_first else ""
        order = order_of(person.name, order, self.page.tables.first_names)
        for surname in _surnames(person.name, order, self.page.words["particle"]):
            self.by_surname[_opening(surname)] = key
        for surname in self._inner_names(person.name):
            self.by_surname.setdefault(surname, key)
        first, _, rest = person.name.partition(" ")
        if rest and first.lower() not in self.page.words["particle"]:
            other = self.by_first.get(fold(first), key)
            self.by_first[fold(first)] = key if other == key else None
        return merged

    def _inner_names(self, name: str) -> Iterator[str]:
        """ "Ms Ramírez" for Ana Ramírez de Soto: the first of two surnames, where it is nobody's first name."""
        for inner in name.split()[1:-1]:
            if len(inner) > SHORT and inner.istitle() and fold(inner) not in self.page.tables.first_names:
                yield _opening(fold(inner))

    def call(self, surname: str, person: Person) -> None:
        """Another spelling of the surname, in which the text names an office-holder in full."""
        self.by_surname.setdefault(_opening(fold(surname)), slug(person.name))

    def of_surname(self, surname: str) -> Person | None:
        key = self.by_surname.get(_opening(fold(surname)))
        return None if key is None else self.people[key]

    def of_first(self, first: str, role: Role | None) -> Person | None:
        """ "Joko" for Joko Rassendyll: in many lands a person is called by the first name; a title must be his."""
        key = self.by_first.get(fold(first))
        person = self.people[key] if key else None
        if person is None or not person.political:
            return None
        fits = role is None or not person.roles or person.roles & {role.role, role.office or role.role}
        return person if fits else None

    def of_family(self, name: str, country: str) -> Person | None:
        """ "Ri" after "Ri Jong Chol", whoever in office is called so too: in these lands the family name comes first."""
        key = self.by_first.get(fold(name)) if _family_first(country, self.page) else None
        return self.people[key] if key else None

    def named(self, name: str) -> Person | None:
        return self.people.get(slug(name))


def _opening(surname: str) -> str:
    """ "Al-Hentzau" at the start of a sentence is "al-Hentzau"."""
    return surname[:1].lower() + surname[1:]


@lru_cache(maxsize=4_096)  # a text names few persons, and each of them many times
def _surnames(name: str, order: str, particles: frozenset[str]) -> tuple[str, ...]:
    """What a person is called without first names, folded."""
    return tuple(fold(surname) for surname in surnames(name, order, particles) if surname != name)


def _family_first(country: str | None, page: Page) -> bool:
    return country in page.tables.family_first


def _merge(known: Person, new: Person) -> Person:
    return Person(
        name=known.name,
        country=known.country or new.country,
        organisation=known.organisation or new.organisation,
        sectors=known.sectors or new.sectors,
        roles=known.roles | new.roles,
        office=known.office or new.office,
        inferred=known.inferred if known.political else new.inferred,
        former=known.former or new.former,
    )


def from_office(office: Office, day: str | None = None) -> Person:
    """Somebody in that office; on a day long before it he is of the opposition, for all that is known."""
    later = day is not None and office.start[:4] > day[:4]
    sectors = ("OPP",) if later and office.state else tuple(filter(None, office.sectors.split(";")))
    return Person(
        name=office.person,
        country=office.state,
        organisation=office.organisation,
        sectors=sectors or ("GOV",),
        roles=frozenset((office.role,)),
        office=office,
    )


def gender_of(page: Page, start: int, end: int, titles: Iterable[Title]) -> str | None:
    """ "m" or "f" by "Mr" or "Ms" before the name, by a title that tells ("king"), or by the first name."""
    told = {page.doc[i].lower_ for i in range(max(start - 2, 0), start)}
    for title in titles:
        told |= {token.lower_ for token in page.doc[title.start : title.end]}
    for gender, _, word in _GENDERS:
        if told & page.words[word]:
            return gender
    if end - start < 2:
        return None
    first = page.doc[start].text
    return next((gender for gender, name, _ in _GENDERS if first in page.words[name]), None)
