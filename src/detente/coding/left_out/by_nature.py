"""A draft in, whether a blow of nature did it, or it is a plain crime, out: "killed when a wave hits their boat"."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.left_out.crimes import plain_crime
from detente.coding.lexicon import any_meets
from detente.coding.status import Statuses

BY_NATURE = "nature or an accident did it"
BLOWS, WHEN = ("disaster",), ("when", "after", "as", "because")
WITHIN = ("in", "during", "by", "from")
DONE_TO = "done to somebody"  # a group of kinds


def no_politics(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    return _by_nature(draft, statuses) or plain_crime(draft, statuses)


def _by_nature(draft: Draft, statuses: Statuses) -> str | None:
    if draft.actors or draft.kind not in statuses.lexicon.groups[DONE_TO]:
        return None
    graph, mentions, lexicon = statuses.graph, statuses.mentions, statuses.lexicon
    told = [graph.predicates[draft.head]]
    beside = [graph.predicates.get(c.i) for c in graph.doc[draft.head].rights if c.dep_ == "conj"]
    told += [p for p in beside if p is not None and p.passive]  # "are killed, and five hurt, in a crash"
    clauses = (graph.predicates.get(head) for p in told for head in p.heads(*WHEN))
    blows = [s for clause in clauses if clause is not None for s in clause.heads("subject")]
    blows += [head for p in told[1:] for head in p.heads(*WITHIN)]
    return BY_NATURE if any_meets(BLOWS, blows, graph.doc, mentions, lexicon) else None
