"""Finished drafts in, those that only tell what the police ask of anybody out: "detectives appeal for witnesses".

Nobody of politics is named as the other side; at most the text around was taken to mean him.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.crimes import is_political
from detente.coding.reasons import LIKELIEST
from detente.coding.sides.nearby.text_sides import HOME
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.records import Actor

POLICE_ASK = "what the police ask of anybody, or tell him"
ASKS, ALSO_ASKS = "REQUEST", frozenset({"warning", "offer"})  # a type, kinds
POLICE, AUTHORITIES, ANYBODY = frozenset({"COP"}), frozenset({"COP", "GOV"}), frozenset({"CVL"})


def everyday(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    return {n: POLICE_ASK for n, draft in enumerate(drafts) if _is_asked_by_police(draft, statuses)}


def _is_asked_by_police(draft: Draft, statuses: Statuses) -> bool:
    asks = statuses.lexicon.kinds[draft.kind].type == ASKS or draft.kind in ALSO_ASKS
    if not asks or not draft.actors or not all(_is_nobody_named(r) for r in draft.recipients):
        return False
    return _police_ask(draft, statuses) and not is_political(draft, statuses)


def _police_ask(draft: Draft, statuses: Statuses) -> bool:
    """Whether police are who asks, or the authorities, who look for somebody."""
    if all(POLICE.issuperset(a.sectors) and a.sectors for a in draft.actors):
        return True
    sentence = {t.lemma_.lower() for t in statuses.graph.doc[draft.head].sent}
    sought = not sentence.isdisjoint(statuses.graph.words["what police ask for"])
    return sought and all(AUTHORITIES.issuperset(a.sectors) for a in draft.actors)


def _is_nobody_named(side: Actor) -> bool:
    """The people of the land, whoever comes forward, or whom only the text around was taken to mean."""
    guessed = side.inferred in (AT_HOME, HOME) or LIKELIEST.is_why(side.inferred)
    return guessed or (side.id is None and ANYBODY.issuperset(side.sectors))
