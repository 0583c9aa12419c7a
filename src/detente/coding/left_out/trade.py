"""A draft in, whether it is only what a firm does for its trade out: no state has a part in it."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.records import Actor

GROUP, PRIVATE, RULERS = "NSA:", frozenset({"BUS"}), "GOV"
# types of what firms ask, warn of and yield in, and of what their workers do; types of dealings with each other
OF_FIRMS = frozenset({"REQUEST", "THREATEN", "CONCEDE", "PROTEST"})
DEALINGS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})


def is_trade(draft: Draft, statuses: Statuses) -> bool:
    """ "Temu announces a pause", "Nestlé signs a contract with a dairy"."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or not any(_is_firm(a) for a in draft.actors):
        return False
    if kind.type in OF_FIRMS:
        return all(_is_firm(a) for a in draft.actors)
    ruled = any(RULERS in a.sectors and a.inferred is None for a in (*draft.actors, *draft.recipients))
    return kind.type in DEALINGS and not ruled


def _is_firm(actor: Actor) -> bool:
    return (actor.id or "").startswith(GROUP) and bool(actor.sectors) and set(actor.sectors) <= PRIVATE
