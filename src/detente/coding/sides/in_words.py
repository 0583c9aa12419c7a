"""A blow between two persons known by name in, criticism out: "Senator Holm attacked Premier Varga" attacked him in words."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.records import Actor

CRITICISM = "criticism"  # a kind
BLOWS = "blows in words"  # the list of kinds
PERSON = "person:"
ARMED = frozenset({"MIL", "COP", "REB", "CRM", "UAF", "PRM"})


def as_criticism(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; those who have soldiers under them strike otherwise, and then a state or army is named."""
    if draft.kind not in statuses.graph.words[BLOWS] or not (draft.actors and draft.recipients):
        return draft
    if not all(_by_name(a) for a in (*draft.actors, *draft.recipients)):
        return draft
    return replace(draft, kind=CRITICISM, reciprocal=False)


def _by_name(actor: Actor) -> bool:
    """Whether it is a person who is known, and no soldier or rebel."""
    return actor.id is not None and actor.id.startswith(PERSON) and not ARMED & set(actor.sectors)
