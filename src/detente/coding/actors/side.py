"""A name in, the side that it stands for out: a state, an organisation, or the state that a place lies in."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import msgspec

from detente.coding.actors.names.parts_of_names import begins_longer_name
from detente.coding.actors.names.peoples import land_of_kin, land_of_people
from detente.coding.actors.names.regions import phrases_meant, undwarfed
from detente.coding.actors.names.states import (
    land_it_rules,
    land_of_group,
    state_of_body,
    state_of_hit,
    states_meant,
    unclear_states,
)
from detente.coding.actors.page import Hit, Page
from detente.coding.actors.pointing.opposite import is_in_name
from detente.knowledge.actor_rows import Group, Organisation

_PEOPLE = "CVL"  # a sector


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """Whom somebody acts for. `weak`: only said to be there ("officials in Strelsau")."""

    name: str
    country: str | None = None
    organisation: str | None = None
    sectors: tuple[str, ...] = ()
    start: int
    end: int
    weak: bool = False
    inferred: str | None = None

    @property
    def key(self) -> str | None:
        return self.country or self.organisation


class Owner(NamedTuple):
    """For whom a named person acts."""

    name: str
    country: str | None
    organisation: str | None


class Owners(Protocol):
    """Who the named persons act for, by the last token of the name."""

    def get(self, last: int, /) -> Owner | None: ...


def side_of(hit: Hit, page: Page) -> Side | None:
    """The state or organisation that a name stands for, or that the named person acts for."""
    if "phrase" in hit.kinds or is_in_name(page, hit) or begins_longer_name(page, hit):
        return None
    states = states_meant(hit, page)
    if states and not unclear_states(hit, page) and (state := state_of_hit(states, hit, page)):
        land = land_of_kin(page, hit, state.id)
        return Side(name=state.name, country=land, start=hit.start, end=hit.end)
    for body in hit.rows("body"):
        land = state_of_body(body, hit, page)
        return Side(name=body.name, country=land, sectors=body.sectors, start=hit.start, end=hit.end)
    for row in hit.rows("organisation", "group"):
        return _side_of_organisation(row, hit, page)
    return None


def _side_of_organisation(row: Organisation | Group, hit: Hit, page: Page) -> Side:
    if isinstance(row, Organisation):
        identity, land = row.acts_as, None
    else:
        identity, land = row.id, land_of_group(row) or land_it_rules(row, page)
        if _PEOPLE in row.sectors and (theirs := land_of_people(page, hit)):
            return Side(name=hit.text, country=theirs, start=hit.start, end=hit.end)
    return Side(
        name=row.name, country=land, organisation=None if land else identity, sectors=row.sectors,
        start=hit.start, end=hit.end,
    )  # fmt: skip


def side_of_place(hit: Hit, page: Page) -> Side | None:
    """The state that a town or region lies in: one that the text names, else that of the largest place."""
    phrases = phrases_meant(hit, page)
    for phrase in phrases:
        if phrase.means == "place" and phrase.country:
            return Side(name=hit.text, country=phrase.country, start=hit.start, end=hit.end)
    rows = [] if phrases else hit.rows("place")
    if not rows:
        return None
    named = [row for row in undwarfed(rows) if page.countries[row.country]]
    best = max(named or rows, key=lambda row: int(row.population or 0))
    return Side(name=best.name, country=best.country or None, start=hit.start, end=hit.end)
