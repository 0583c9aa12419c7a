"""A blow between persons known by name or parties in, criticism out: "Senator Holm attacked Premier Varga", "Labour
attacked the government": in words."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.records import Actor

CRITICISM = "criticism"  # a kind
BLOWS = "blows in words"  # the list of kinds
PERSON = "person:"
ARMED = frozenset({"MIL", "COP", "REB", "CRM", "UAF", "PRM"})
SPEAKERS = frozenset({"PTY", "LEG", "ELI"})
IN_OFFICE = SPEAKERS | {"GOV", "OPP"}


def as_criticism(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; those who have soldiers under them strike otherwise, and then a state or army is named."""
    if draft.kind not in statuses.graph.words[BLOWS]:
        return draft
    if not all(_by_name(a) or _speaks(a) for a in draft.actors):
        return draft
    states = {a.country for a in draft.actors}
    if not all(_by_name(r) or _is_rival(r, states) for r in draft.recipients):
        return draft
    return replace(draft, kind=CRITICISM, reciprocal=False)


def _by_name(actor: Actor) -> bool:
    """Whether it is a person who is known, and no soldier or rebel."""
    return actor.id is not None and actor.id.startswith(PERSON) and not ARMED & set(actor.sectors)


def _speaks(actor: Actor) -> bool:
    """Whether it is a party, candidates or members of a parliament, who have no arms."""
    return bool(actor.sectors) and set(actor.sectors) <= SPEAKERS


def _is_rival(actor: Actor, states: set[str | None]) -> bool:
    """Whether it is a party or those in office of the same state."""
    return bool(actor.sectors) and set(actor.sectors) <= IN_OFFICE and actor.country in states
