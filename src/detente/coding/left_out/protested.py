"""A draft in, whether it is only against what a protest was, what is called a failure, or how a deserter came over, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import Kept
from detente.coding.standing.status import Statuses

AGAINST = ("against", "over", "at", "about")
WAYS = ("after", "by", "participle", "adverbial", "before")
BLAMED, FAILED = ("object", "for", *AGAINST), "cancelled"
RIOTING = frozenset({"PROTEST", "ASSAULT"})
CROSSINGS = frozenset({"incursion", "invasion"})  # kinds


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


def is_how_they_riot(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """ "Clashed with police, throwing stones and burning cars": what the crowd does is its riot."""
    token = statuses.graph.doc[draft.head]
    at_home = {r.country for r in draft.recipients} <= {a.country for a in draft.actors}
    if token.tag_ != "VBG" or type_of(draft, statuses) not in RIOTING or not at_home:
        return False
    while token.dep_ == "conj" and token.tag_ == "VBG":
        token = token.head
    over = token.head if token.dep_ == "advcl" and token.tag_ == "VBG" else None
    if over is None or not kept.protests - {draft.head} & {over.i, *(t.i for t in over.conjuncts)}:
        return False
    verb = statuses.graph.predicates.get(over.i)
    return verb is not None and set(verb.heads("subject")) == set(
        statuses.graph.predicates[draft.head].heads("subject")
    )


def doings(heads: frozenset[int], statuses: Statuses) -> Iterator[int]:
    """The events with what carries them and what is done along with them ("began a fast", "burned tyres and blocked")."""
    graph = statuses.graph
    for head in heads:
        top = graph.verb_of(head)
        yield from (h for h in {head, top, *(t.i for t in graph.doc[top].conjuncts)} if h in graph.predicates)
