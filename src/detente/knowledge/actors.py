"""The tables of who can act, what they are called, and who held which office when.

Every table is a CSV in `actors/`; a user's rows replace ours of the same id. The two long tables, offices and
places, are kept as plain tuples so that all knowledge loads in a fraction of a second.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.knowledge.actor_rows import (
    Body,
    Group,
    NumberedTitle,
    Office,
    Organisation,
    Outlet,
    Phrase,
    PlaceRow,
    Role,
    State,
    Strings,
)
from detente.knowledge.name_table import NameTable
from detente.knowledge.word_lists import WordLists

if TYPE_CHECKING:
    from detente.knowledge.spelled import Spelled


@dataclass(frozen=True, kw_only=True, eq=False)
class ActorTables:
    """All tables, and all names in them."""

    states: tuple[State, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[Group, ...]
    bodies: tuple[Body, ...]
    outlets: tuple[Outlet, ...]
    roles: tuple[Role, ...]
    phrases: tuple[Phrase, ...]
    words: WordLists
    offices: tuple[Office, ...]
    places: tuple[PlaceRow, ...]
    family_first: frozenset[str]
    names: NameTable

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
    def roles_by_office(self) -> dict[str, list[Role]]:
        """The roles of each office, in the order of the table."""
        found: dict[str, list[Role]] = {}
        for role in self.roles:
            found.setdefault(role.office, []).append(role)
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
        return self.words["female_name"] | self.words["male_name"]

    @cached_property
    def reciprocal_ends(self) -> frozenset[str]:
        """The last words of "each other" and its like."""
        kinds = ("reciprocal", "the_other")
        return frozenset([said.split()[-1] for kind in kinds for said in self.words[kind]])

    @cached_property
    def pointing(self) -> frozenset[str]:
        """Words other than pronouns that can stand for somebody named before, whatever part of speech they are."""
        kinds = ("the_former", "the_latter", "land", "staff_of_person", "each", "members")
        return self.reciprocal_ends.union({"both"}, *(self.words[kind] for kind in kinds))

    @cached_property
    def seldom_named(self) -> frozenset[str]:
        """Words that with a capital are no part of a personal name, or only beside one."""
        kinds = ("calendar", "not_personal", "region", "honorific")
        return frozenset[str]().union(*(self.words[kind] for kind in kinds))

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
