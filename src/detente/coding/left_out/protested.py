"""A draft in, whether it is only against what a protest was, what is called a failure, or how a deserter came over, out."""

from __future__ import annotations

from collections.abc import Collection

from detente.coding.draft import Draft
from detente.coding.left_out.kept import Kept
from detente.coding.status import Statuses

AGAINST = ("against", "over", "at", "about")
WAYS = ("after", "by", "participle", "adverbial", "before")
BLAMED, FAILED = ("object", "for", *AGAINST), "cancelled"
CROSSINGS = frozenset({"incursion", "invasion"})  # kinds


def says_against_what(draft: Draft, protests: Collection[int], statuses: Statuses) -> bool:
    """ "Protests against a bill drafted by the king": only whose bill it is."""
    token = statuses.graph.doc[draft.head]
    described = token.dep_ == "acl" and token.tag_ == "VBN"
    over = statuses.graph.governors.get(token.head.i, ())
    return described and any(g.name in AGAINST and g.head in protests for g in over)


def is_way_over(draft: Draft, protests: Collection[int], statuses: Statuses) -> bool:
    """ "A sergeant defects after crossing the border": no force goes in."""
    over = statuses.graph.governors.get(draft.head, ())
    return draft.kind in CROSSINGS and any(g.name in WAYS and g.head in protests for g in over)


def is_failure_blamed(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Rallied over the army's failure to free them": what was not done is told by the protest or the reproach."""
    if draft.status != FAILED:
        return False
    graph = statuses.graph
    failures = (a.head for a in draft.applied if graph.doc[a.head].pos_ == "NOUN")
    blaming = kept.protests | kept.accusing
    return any(
        g.name in BLAMED and g.head in blaming for head in failures for g in graph.governors.get(head, ())
    )
