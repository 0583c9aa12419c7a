"""A blow of an army on a place of its own land in, the foreign forces that its sentence tells of there as struck out.

"The Sylvanian army inflicted losses on Ruritanian troops after airstrikes on Zenda", "bombed a bridge in Zenda that
Ruritanian troops used": no army strikes its own towns while others hold them but for those others.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import distinct
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

_ARMY, _UPON = "MIL", frozenset({"on", "against", "upon", "at"})
_OBJECTS = ("dobj", "nsubjpass")


def with_enemy_there(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where all recipients are of the doer's own state, and the forces are of one other."""
    own = {a.country for a in draft.actors}
    if len(own) != 1 or None in own or not all(_fights_for_state(a) for a in draft.actors):
        return draft
    if any(r.country not in own or _is_people(r) for r in draft.recipients):
        return draft
    found = distinct(_forces_beside(draft, own, statuses))
    if len({a.country for a in found}) != 1:
        return draft
    why = "whose forces are told of where the blow fell"
    return replace(draft, recipients=only_because(found, why))


def _fights_for_state(actor: Actor) -> bool:
    return _ARMY in actor.sectors or actor.id == actor.country


def _is_people(actor: Actor) -> bool:
    """ "Killed nine of its own citizens": who is named is struck."""
    return not actor.inferred and actor.id != actor.country and actor.span is not None


def _forces_beside(draft: Draft, own: set[str | None], statuses: Statuses) -> Iterator[Actor]:
    doc = statuses.graph.doc
    sentence = doc[draft.head].sent
    for head, mention in statuses.mentions.actors.items():
        actor = mention.actor
        if not sentence.start <= head < sentence.end or _ARMY not in actor.sectors:
            continue
        if actor.country and actor.country not in own and not actor.inferred and _is_hit(doc[head]):
            yield actor


def _is_hit(token: Token) -> bool:
    """By its place in the clause: what is done to them."""
    above = token.head
    return token.dep_ in _OBJECTS or (token.dep_ == "pobj" and above.lower_ in _UPON)
