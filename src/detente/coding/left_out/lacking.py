"""A draft in, which side is missing that it needs out: an event that nobody does, or that is done to nobody, is none."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.among_its_own import is_among_its_own, meets_among_itself, meets_with_others
from detente.coding.left_out.trade import are_firms, is_trade
from detente.coding.sides.captives.captives import only_thought_its_own
from detente.coding.sides.looking.known_talks import is_known_talks
from detente.coding.sides.whose.domestic import is_told_of
from detente.coding.standing.status import Statuses

NO_ACTOR, NO_RECIPIENT = "no political actor was found for it", "no political recipient was found for it"
LACKING = (NO_ACTOR, NO_RECIPIENT)
ONLY_SPOKEN_OF = "it is only spoken of, and nobody is named for it"
UNBROKEN, DENIED = ("occurred", "planned"), "denied"  # statuses
ATTACKS, RESCUE, RELEASE = "ASSAULT", "rescue", "release"  # a type, two kinds


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
    among = meets_among_itself(draft, statuses) or meets_with_others(draft, statuses)
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
