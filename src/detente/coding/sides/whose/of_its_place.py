"""A draft without sides in, whether those who do it are of wherever it is, out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import DomesticKind
from detente.reading.shapes import is_pointed_at

RULERS, CIVILIANS = "GOV", "CVL"
NAMED = ("PRON", "PROPN")
THOSE_WHO_RULE = ("officeholder", "government", "police-force", "troops")


def is_of_its_place(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """Whether those who do it are of wherever it is: nobody need be named, or whoever is named rules there."""
    return not draft.needs or _is_suffered(draft, row, statuses) or _is_by_rulers(draft, row, statuses)


def _is_by_rulers(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Mobs clashed in Strelsau, and the governor declared a curfew": of that land, if it is done at home only."""
    if row.late or (row.acts, row.aimed_at) != (RULERS, CIVILIANS):
        return False
    doer = statuses.graph.predicates[draft.head].heads("subject", "by")
    return any_meets(THOSE_WHO_RULE, doer, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _is_suffered(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Crowds chant in Strelsau; dozens are arrested": nobody is named, and it is done to people there. "The man was
    taken away" says again who was named before."""
    graph = statuses.graph
    predicate = graph.predicates[draft.head]
    whom = (graph.doc[head] for head in predicate.heads("object"))
    known = any(t.pos_ in NAMED or is_pointed_at(t, graph.words) for t in whom)
    return predicate.passive and (row.acts, row.aimed_at) == (RULERS, CIVILIANS) and not known
