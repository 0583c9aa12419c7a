"""A finished draft in, whether it is only everyday life out: what the police ask of anybody, what private people say.

"Detectives appeal for witnesses", "a couple rejected the offer", "the firm's chief apologised": nobody of politics speaks, and
nobody of politics is named as the other side, whom only the text around was taken to mean.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.crimes import is_political
from detente.coding.reasons import LIKELIEST
from detente.coding.roles.known import word_of
from detente.coding.sides.nearby.text_sides import HOME
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.ids import is_person
from detente.records import Actor

POLICE_ASK = "what the police ask of anybody, or tell him"
PRIVATE_LIFE = "what private people say and do, aimed at nobody of politics who is named"
ASKS = frozenset({"REQUEST", "THREATEN", "AGREE"})  # types
SPOKEN = frozenset(
    {"ACCUSE", "AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)
POLICE, AUTHORITIES, ANYBODY = frozenset({"COP"}), frozenset({"COP", "GOV"}), frozenset({"CVL"})
PRIVATE = frozenset({"CVL", "BUS", "EDU", "MED", "AGR"})
ONE = ("NN", "NNP")


def everyday(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    found = ((n, _why(draft, statuses)) for n, draft in enumerate(drafts))
    return {n: why for n, why in found if why is not None}


def _why(draft: Draft, statuses: Statuses) -> str | None:
    type_ = statuses.lexicon.kinds[draft.kind].type
    if not draft.actors or not all(_is_nobody_named(r) for r in draft.recipients):
        return None
    if type_ in ASKS and _police_ask(draft, statuses):
        return None if is_political(draft, statuses) else POLICE_ASK
    private = type_ in SPOKEN and all(_is_private(a, statuses) for a in draft.actors)
    return PRIVATE_LIFE if private and all(_is_guessed(r) for r in draft.recipients) else None


def _police_ask(draft: Draft, statuses: Statuses) -> bool:
    """Whether police are who asks, or the authorities, who look for somebody."""
    if all(POLICE.issuperset(a.sectors) and a.sectors for a in draft.actors):
        return True
    sentence = {t.lemma_.lower() for t in statuses.graph.doc[draft.head].sent}
    sought = not sentence.isdisjoint(statuses.graph.words["what police ask for"])
    return sought and all(AUTHORITIES.issuperset(a.sectors) for a in draft.actors)


def _is_nobody_named(side: Actor) -> bool:
    """The people of the land, whoever comes forward, or whom nobody names."""
    return _is_guessed(side) or (side.id is None and ANYBODY.issuperset(side.sectors))


def _is_guessed(side: Actor) -> bool:
    """Whether only the text around was taken to mean him."""
    return side.inferred in (AT_HOME, HOME) or LIKELIEST.is_why(side.inferred)


def _is_private(side: Actor, statuses: Statuses) -> bool:
    """ "The tourist", "Otto Horn, a baker": one of whom no more is known than what he does for a living."""
    if not side.sectors or not PRIVATE.issuperset(side.sectors):
        return False
    word = word_of(side, statuses.graph.doc)
    return is_person(side.id) or (side.id is None and word is not None and word.tag_ in ONE)
