"""A draft in, whether it is only what would have to be done first, or what a curb does by itself, out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.kept import Kept
from detente.coding.standing.status import Statuses


def is_what_curb_does(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "The blockade stopping aid": what it does is the blockade."""
    clauses = (t for t in (statuses.graph.doc[draft.head], *statuses.graph.doc[draft.head].ancestors))
    inside = next((t for t in clauses if t.dep_ == "acl" and t.tag_ == "VBG"), None)
    return inside is not None and inside.head.i in kept.curbs and draft.head > inside.head.i


def is_condition(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "warns of sanctions unless it backs a truce": what would have to be done first, and by nobody is said to be."""
    graph = statuses.graph
    return draft.status == "hypothetical" and any(
        (predicate := graph.predicates.get(head)) is not None
        and predicate.conditional
        and any(above.i in kept.quarrels for above in graph.doc[head].ancestors)
        for head in draft.path
    )
