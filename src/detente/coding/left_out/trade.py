"""A draft in, whether it is only what a firm does for its trade out: no state has a part in it."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.records import Actor

PRIVATE, RULERS = frozenset({"BUS"}), "GOV"
# types of what firms ask, warn of and yield in, and of what their workers do; types of dealings with each other
OF_FIRMS = frozenset({"REQUEST", "THREATEN", "CONCEDE", "PROTEST"})
DEALINGS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
HELP = "AID"
# of houses and people of a trade that are not named, and what they are
REFUSES, PRIVATE_DEALINGS = "REJECT", frozenset({"COOPERATE", "CONSULT", "REJECT", "RETREAT"})
TRADES = frozenset({"BUS", "EDU", "MED", "AGR"})


def is_trade(draft: Draft, statuses: Statuses) -> bool:
    """ "Temu announces a pause", "Nestlé signs a contract with a dairy", "Ruritania receives the Pfizer vaccine"."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type in PRIVATE_DEALINGS and len(draft.actors) == 1 and _is_at_work(draft.actors[0]):
        return not _refuses_its_rulers(kind.type, draft)
    if not any(_is_firm(a) for a in draft.actors):
        return False
    if kind.type == HELP and _is_their_product(draft, statuses):
        return True
    if kind.type in OF_FIRMS:
        return all(_is_firm(a) for a in draft.actors)
    ruled = any(RULERS in a.sectors and a.inferred is None for a in (*draft.actors, *draft.recipients))
    return kind.type in DEALINGS and not ruled


def are_firms(side: Actor) -> bool:
    """ "The bank", "Nestlé", "exporters": what these do among themselves is no politics."""
    return bool(side.sectors) and PRIVATE.issuperset(side.sectors)


def _is_their_product(draft: Draft, statuses: Statuses) -> bool:
    """ "Receives a load of the Orbita vaccine": the firm has made it, and no word says that it gave it."""
    modifiers = statuses.mentions.modifiers
    made_by = {i for i, m in modifiers.items() if any(m.actor.span == a.span for a in draft.actors)}
    return any(statuses.graph.doc[i].head.i != draft.head for i in made_by) and all(
        _is_firm(a) for a in draft.actors
    )


def _is_at_work(actor: Actor) -> bool:
    """ "A Sylvanian bank", "the clinic", "growers": people and houses of a trade, and nobody who rules."""
    return actor.span is not None and bool(actor.sectors) and set(actor.sectors) <= TRADES


def _refuses_its_rulers(type_: str | None, draft: Draft) -> bool:
    """ "Growers rejected the government's plan": that is politics."""
    own = {a.country for a in draft.actors}
    return type_ == REFUSES and any(
        RULERS in r.sectors and r.span is not None and r.country in own for r in draft.recipients
    )


def _is_firm(actor: Actor) -> bool:
    return is_group(actor.id) and are_firms(actor)
