"""A draft with a side of no state in, that side as the one state's that its sentence names out.

"Ruritania's parliament dismissed the president", "soldiers loyal to its king fired on protesters": where one state alone
is named, who is called only by what he does is of it. Where several are, who is arrested or tried is of the state that
does it: "Ruritanian police arrested dissidents before a visit by Sylvania's king".
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.sides.domestic import only_state
from detente.coding.status import Statuses
from detente.records import Actor

ARMED = frozenset({"REB", "UAF", "CRM"})
# whom a state has power over
AT_HOME = frozenset({"OPP", "PTY", "LEG", "LAB", "JUD", "JRN", "REL", "CVL", "EDU"})
ARMY = "MIL"  # it holds people abroad too
FIRMS = frozenset({"BUS"})
WHY = "the only state that the sentence names"


def of_only_state(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where several states are named, or where a side is named otherwise."""
    if draft.reciprocal or not (draft.actors and draft.recipients):
        return draft
    if not any(_stateless(a) for a in (*draft.actors, *draft.recipients)):
        return draft
    country = only_state(draft.head, statuses)
    if country is None:
        return _of_those_who_do_it(draft, statuses)
    at_home = all(a.country == country for a in draft.actors)
    return replace(
        draft,
        actors=tuple(_of(a, country) for a in draft.actors),
        recipients=tuple(_of(a, country, at_home=at_home) for a in draft.recipients),
    )


def _of_those_who_do_it(draft: Draft, statuses: Statuses) -> Draft:
    kind = draft.inner or draft.kind
    states = {a.country for a in draft.actors}
    row = statuses.lexicon.domestic.get(kind)
    if row is None or len(states) != 1 or not all(set(r.sectors) & AT_HOME for r in draft.recipients):
        return draft
    country = states.pop()
    if country is None or any(ARMY in a.sectors for a in draft.actors):
        return draft
    return replace(draft, recipients=tuple(_of(r, country, why=row.why) for r in draft.recipients))


def _stateless(actor: Actor) -> bool:
    return not (actor.country or actor.id or actor.based) and bool(set(actor.sectors) - FIRMS)


def _of(actor: Actor, country: str, *, at_home: bool = False, why: str = WHY) -> Actor:
    """at_home: those whom a state fights in its own land are its own people."""
    if not _stateless(actor):
        return actor
    if set(actor.sectors) & ARMED and not at_home:
        return msgspec.structs.replace(actor, based=country, inferred=why)
    return msgspec.structs.replace(actor, country=country, inferred=why)
