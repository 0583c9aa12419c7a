"""Captives who are freed in, whether those who took them, or their own state, are known as who freed them out."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses

RELEASE = "release"  # a kind


def only_thought_its_own(draft: Draft) -> bool:
    """ "Was picked up by a Sylvanian trawler": of the same state for all that is said, and no aid to anybody."""
    own = {a.country for a in draft.actors}
    thought = all(r.inferred is not None and r.country in own for r in draft.recipients)
    return bool(draft.recipients) and thought


def are_from_kidnappers(draft: Draft, statuses: Statuses) -> bool:
    """ "Two kidnapped Sylvanian envoys were let go": not by their own state, whoever took them."""
    graph = statuses.graph
    if draft.kind != RELEASE or draft.actors:
        return False
    event = graph.predicates[draft.head]
    words = graph.words["taken by nobody of rank"]
    freed = (graph.doc[h] for h in event.heads("object"))
    if any(c.lower_ in words for noun in freed for c in noun.lefts):
        return True
    seizures = (graph.predicates.get(h) for h in event.heads("after"))  # "freed a week after being kidnapped"
    return any(p is not None and graph.doc[p.head].lower_ in words for p in seizures)
