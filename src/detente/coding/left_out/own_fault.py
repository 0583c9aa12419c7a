"""A reproach in, whether whoever governs only says what his own people or things did wrong out.

"The army says that its own gunners set the hill on fire": the army accuses nobody.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import word_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

REPROACH, OWNER = "ACCUSE", "PRP$"  # a type, a tag
OWNING_UP, IT = "verbs of owning up", ("it", "them", "this")
RULERS = frozenset({"GOV", "MIL", "SPY", "COP"})
OWN_FAULT = "it only says what its own people or things did wrong"


def own_fault(draft: Draft, statuses: Statuses) -> str | None:
    """Why it is no event, if so it is."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type == REPROACH and _owns_up(draft, statuses):
        return OWN_FAULT
    sides = (*draft.actors, *draft.recipients)
    if kind.type != REPROACH or not draft.made or not draft.actors or not draft.recipients:
        return None
    one = len({a.country for a in sides}) == 1 and all(a.country for a in sides)
    governs = all(a.sectors and RULERS.issuperset(a.sectors) for a in draft.actors)
    return OWN_FAULT if one and governs and all(_is_own(r, statuses) for r in draft.recipients) else None


def _owns_up(draft: Draft, statuses: Statuses) -> bool:
    """ "Apologised for the strike and called it a mistake"."""
    graph = statuses.graph
    verb = graph.doc[draft.head]
    owned = (t for t in verb.conjuncts if t.i < verb.i)
    return any(t.lemma_.lower() in graph.words[OWNING_UP] for t in owned) and any(
        graph.doc[h].lower_ in IT for h in graph.predicates[draft.head].heads("object", "clause")
    )


def _is_own(side: Actor, statuses: Statuses) -> bool:
    """ "Its engineers", "one of its gunners", "their own radar"."""
    word = word_of(side, statuses.graph.doc)
    if word is None:
        return False
    above = word.head.head.i if word.dep_ == "pobj" else word.i
    if above != word.i and above in statuses.graph.predicates:
        return False  # "the abduction of its officer": he suffers it
    inside = (word, *word.lefts, *(t for t in word.subtree if t.i > word.i))
    return any(t.tag_ == OWNER for t in inside)
