"""A draft in, which side is missing that it needs out: an event that nobody does, or that is done to nobody, is none."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.among_its_own import is_among_its_own, meets_with_unnamed
from detente.coding.sides.captives.captives import only_thought_its_own
from detente.coding.sides.looking.known_talks import is_known_talks
from detente.coding.sides.whose.domestic import is_told_of
from detente.coding.sides.words.taken_up import is_of_nothing_told
from detente.coding.standing.status import Statuses
from detente.ids import is_group
from detente.records import Actor

NO_ACTOR, NO_RECIPIENT = "no political actor was found for it", "no political recipient was found for it"
LACKING = (NO_ACTOR, NO_RECIPIENT)
ONLY_SPOKEN_OF = "it is only spoken of, and nobody is named for it"
UNBROKEN, DENIED = ("occurred", "planned"), "denied"  # statuses
ATTACKS, RESCUE, RELEASE = "ASSAULT", "rescue", "release"  # a type, two kinds
PRIVATE, RULERS = frozenset({"BUS"}), "GOV"
# types of what firms ask, warn of and yield in, and of what their workers do; types of dealings with each other
OF_FIRMS = frozenset({"REQUEST", "THREATEN", "CONCEDE", "PROTEST"})
DEALINGS = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
HELP = "AID"
# of houses and people of a trade that are not named, and what they are
REFUSES, PRIVATE_DEALINGS = "REJECT", frozenset({"COOPERATE", "CONSULT", "REJECT", "RETREAT"})
TRADES = frozenset({"BUS", "EDU", "MED", "AGR"})


def lacks_what_it_is_of(draft: Draft, _: Statuses) -> str | None:
    """ "The ban was lifted", "nine were injured", and no ban and no fight is told before."""
    return NO_ACTOR if is_of_nothing_told(draft) else None


def lacks_side(draft: Draft, statuses: Statuses) -> str | None:
    """Which side is missing, if one that is needed is."""
    if draft.status == "hypothetical" and not any(is_told_of(a) for a in draft.actors):
        return ONLY_SPOKEN_OF
    if not draft.actors and draft.recipients and _by_unknown_hands(draft, statuses):
        return None
    # "brokered by Sylvania": who is named for what has not been undone may be no side of it
    by_broker = draft.status in UNBROKEN and any(a.inferred is None for a in draft.actors)
    one_side = not by_broker and is_known_talks(draft, statuses)
    nobody = not (draft.actors or draft.recipients)
    if one_side and nobody:
        return NO_ACTOR
    if not (draft.actors or one_side) and ("actor" in draft.needs or not draft.recipients):
        return NO_ACTOR
    among_firms = all(map(are_firms, (*draft.actors, *draft.recipients)))
    if (among_firms and not _is_attack(draft, statuses)) or is_trade(draft, statuses):
        return NO_ACTOR
    alone = not (draft.recipients or (draft.reciprocal and len(draft.actors) > 1))
    among = meets_with_unnamed(draft, statuses)
    disowned = draft.status == DENIED and _is_attack(draft, statuses)  # "that its troops attacked the post"
    if alone and "recipient" in draft.needs and not (one_side or among or disowned):
        return NO_RECIPIENT
    if is_among_its_own(draft, statuses) or (draft.kind == RESCUE and only_thought_its_own(draft)):
        return NO_RECIPIENT
    return NO_ACTOR if nobody and "either" in draft.needs else None


def _by_unknown_hands(draft: Draft, statuses: Statuses) -> bool:
    """An attack whose victims are named is one, whoever made it; so is the release of foreigners."""
    passive = statuses.graph.predicates[draft.head].passive
    freed = draft.kind == RELEASE and passive and any(r.country for r in draft.recipients)
    return any(r.inferred is None for r in draft.recipients) and (freed or _is_attack(draft, statuses))


def _is_attack(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == ATTACKS


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
