"""The rows of the tables of who can act, what they are called, and who held which office when.

The two long tables, offices and places, are kept as plain tuples so that all knowledge loads in a fraction of a second.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import msgspec

Strings = tuple[str, ...]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A row of a table of actors; lists are separated by `;`."""

    id: str
    note: str = ""


class State(Row, frozen=True, kw_only=True):
    """A state or territory. metonyms stand for its government; capitals do so as well, and are places.

    prefixes: combining forms ("Sino"). start, end: ISO dates of a state that is no more, or was not yet.
    sovereign: the state that a dependent territory belongs to. successor: the state that has its capital today.
    neighbours: ids of the states beside it, by land or across a strait.
    """

    name: str
    names: Strings = ()
    demonyms: Strings = ()
    capitals: Strings = ()
    metonyms: Strings = ()
    prefixes: Strings = ()
    start: str = ""
    end: str = ""
    sovereign: str = ""
    successor: str = ""
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    neighbours: Strings = ()


class Organisation(Row, frozen=True, kw_only=True):
    """An organisation of states. part_of: the id of the organisation that an organ speaks for; it acts as that one."""

    name: str
    names: Strings = ()
    sectors: Strings = ("IGO",)
    plover: str = "IGO"
    members: Strings = ()
    part_of: str = ""

    @property
    def acts_as(self) -> str:
        return self.part_of or self.id


class Group(Row, frozen=True, kw_only=True):
    """An armed or political group that is no state; `country` is where it is based.

    also: states that it lives or fights in besides; where the text names one of all these, that is meant.
    plover: PLOVER's code in place of a country, for one that is at home nowhere.
    """

    name: str
    names: Strings = ()
    sectors: Strings = ()
    country: str | None = None
    also: Strings = ()
    plover: str = ""


class Body(Row, frozen=True, kw_only=True):
    """A body of a state. weak: names that count only when the state is in the context."""

    name: str
    names: Strings = ()
    country: str
    sectors: Strings = ("GOV",)
    weak: Strings = ()


class Outlet(Row, frozen=True, kw_only=True):
    """A news outlet: a source, never an actor."""

    name: str
    names: Strings = ()
    country: str | None = None
    kind: str = "newspaper"


class Role(Row, frozen=True, kw_only=True):
    """What people are called by what they do. office: the role in `offices.csv` that a title names."""

    nouns: Strings
    role: str
    sectors: Strings = ()
    office: str = ""
    group: Literal["person", "group", "body"] = "person"
    countries: Strings = ()


type NumberedTitle = tuple[int, Strings, Role]


class Phrase(Row, frozen=True, kw_only=True):
    """A longer expression that contains a name and means something else: a sea, a company, a war."""

    names: Strings
    means: Literal["place", "nothing"] = "nothing"
    country: str | None = None


class Words(Row, frozen=True, kw_only=True):
    """A closed class of words that the resolution of actors asks for."""

    words: Strings


class Office(NamedTuple):
    """Somebody in an office. An empty `end` was open on `as_of`."""

    person: str
    aliases: str
    country: str
    role: str
    title: str
    start: str
    end: str
    as_of: str
    sectors: str
    source: str
    licence: str

    def held_on(self, day: str) -> bool:
        """Whether the office was held on that ISO day, a month or year standing for all of its days."""
        until = self.end or self.as_of
        return day[: len(until)] <= until and self.start <= day[: max(len(self.start), 4)]

    @property
    def state(self) -> str | None:
        return None if ":" in self.country else self.country

    @property
    def organisation(self) -> str | None:
        return self.country if ":" in self.country else None


class PlaceRow(NamedTuple):
    """A populated place or venue."""

    geonames: str
    name: str
    names: str
    country: str
    lat: str
    lon: str
    population: str


EntryKind = Literal[
    "state", "demonym", "prefix", "capital", "metonym", "organisation", "group", "body", "outlet", "person",
    "surname", "place", "phrase",
]  # fmt: skip


class Entry(NamedTuple):
    """What a name can stand for: a kind of thing and its row (an `Office` for a person or surname)."""

    kind: EntryKind
    row: Any
