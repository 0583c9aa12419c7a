"""The tables of who can act, what they are called, and who held which office when.

Every table is a CSV in `actors/`; a user's rows replace ours of the same id. The two long tables, offices and
places, are kept as plain tuples so that all knowledge loads in a fraction of a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

if TYPE_CHECKING:
    from detente.knowledge.spelled import Spelled

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
        return self.start <= day[: max(len(self.start), 4)] and day[: len(until)] <= until

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


@dataclass(frozen=True, kw_only=True, eq=False)
class ActorTables:
    """All tables, and all names in them; `entries[i]` is what pattern `i` can stand for."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    bodies: tuple[Body, ...]
    outlets: tuple[Outlet, ...]
    roles: tuple[Role, ...]
    phrases: tuple[Phrase, ...]
    words: Mapping[str, frozenset[str]]
    offices: tuple[Office, ...]
    places: tuple[PlaceRow, ...]
    family_first: frozenset[str]
    patterns: tuple[str, ...]
    entries: tuple[tuple[Entry, ...], ...]

    @cached_property
    def automaton(self) -> AhoCorasick:
        """Finds all names in a text. It cannot be kept, and is built when first asked for."""
        # As fast in a text as what it takes by itself for so many, and built in a third of the time.
        return AhoCorasick(self.patterns, implementation=Implementation.ContiguousNFA)

    @cached_property
    def entries_by_name(self) -> dict[str, tuple[Entry, ...]]:
        """What each name, folded, can stand for."""
        return dict(zip(self.patterns, self.entries, strict=True))

    @cached_property
    def state_by_id(self) -> dict[str, State]:
        return {state.id: state for state in self.states}

    @cached_property
    def organisation_by_id(self) -> dict[str, Organisation | Group]:
        """Organisations and groups by id; a group's `country` is where it is based."""
        return {row.id: row for row in self.organisations} | {group.id: group for group in self.groups}

    @cached_property
    def weak_bodies(self) -> dict[tuple[str, str], str]:
        """Ids of bodies by country and a name that is theirs only beside that country."""
        return {(body.country, name.lower()): body.id for body in self.bodies for name in body.weak}

    @cached_property
    def holders(self) -> dict[tuple[str, str], list[Office]]:
        """Office-holders by country (or organisation) and role."""
        found: dict[tuple[str, str], list[Office]] = {}
        for office in self.offices:
            found.setdefault((office.country, office.role), []).append(office)
        return found

    @cached_property
    def prominence(self) -> Counter[str]:
        """How many office-holders a state has here: of two states of one name, the likelier."""
        return Counter(office.country for office in self.offices)

    @cached_property
    def royals(self) -> dict[str, list[Office]]:
        """Office-holders who are called by their first names, by these: monarchs, and all princes of some states."""
        from detente.knowledge.royals import royals_by_name  # noqa: PLC0415  it needs the rows above

        return royals_by_name(self.offices, self.words)

    @cached_property
    def first_names(self) -> frozenset[str]:
        """Common first names."""
        return self.words.get("female_name", frozenset()) | self.words.get("male_name", frozenset())

    @cached_property
    def reciprocal_ends(self) -> frozenset[str]:
        """The last words of "each other" and its like."""
        kinds = ("reciprocal", "the_other")
        return frozenset([said.split()[-1] for kind in kinds for said in self.words.get(kind, ())])

    @cached_property
    def pointing(self) -> frozenset[str]:
        """Words other than pronouns that can stand for somebody named before, whatever part of speech they are."""
        kinds = ("the_former", "the_latter", "land", "staff_of_person", "each")
        return self.reciprocal_ends.union({"both"}, *(self.words.get(kind, ()) for kind in kinds))

    @cached_property
    def seldom_named(self) -> frozenset[str]:
        """Words that with a capital are no part of a personal name, or only beside one."""
        kinds = ("calendar", "not_personal", "region", "honorific")
        return frozenset[str]().union(*(self.words.get(kind, ()) for kind in kinds))

    @cached_property
    def given_names(self) -> frozenset[str]:
        """First names, by which a surname is told from a place."""
        firsts = (office.person.partition(" ")[0::2] for office in self.offices)
        return self.first_names.union(first for first, rest in firsts if rest and len(first) > 2)

    @cached_property
    def titles(self) -> dict[str, list[tuple[Strings, Role]]]:
        """Roles by the first word of each of their nouns, longest first."""
        found: dict[str, list[tuple[Strings, Role]]] = {}
        for role in self.roles:
            for noun in role.nouns:
                words = tuple(word.rstrip(".") for word in noun.lower().replace("-", " ").split())
                found.setdefault(words[0], []).append((words, role))
        for choices in found.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        return found

    @cached_property
    def titles_by_two(self) -> dict[str, dict[str, list[NumberedTitle]]]:
        """The same by the second word too, "" where there is none; numbered in the order of `titles`. With "gen" is "gen."."""
        found: dict[str, dict[str, list[NumberedTitle]]] = {}
        for first, choices in self.titles.items():
            seconds = found.setdefault(first, {})
            for number, (words, role) in enumerate(choices):
                seconds.setdefault(words[1] if len(words) > 1 else "", []).append((number, words, role))
        return found | {f"{first}.": seconds for first, seconds in found.items()}

    @cached_property
    def spelled(self) -> Spelled:
        """Office-holders by names that are spelled almost as theirs."""
        from detente.knowledge.spelled import Spelled  # noqa: PLC0415  it needs the rows above

        return Spelled(self.holders)
