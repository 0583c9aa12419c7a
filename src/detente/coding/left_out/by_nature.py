"""A draft in, whether a blow of nature did it, or it is a plain crime, out: "killed when a wave hits their boat"."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.left_out.crimes import plain_crime
from detente.coding.lexicon import meets
from detente.coding.status import Statuses

BY_NATURE = "nature or an accident did it"
BLOWS, WHEN = ("disaster",), ("when", "after", "as", "because")
DONE_TO = "done to somebody"  # a group of kinds


def no_politics(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why the event is left out, or None."""
    return _by_nature(draft, statuses) or plain_crime(draft, statuses)


def _by_nature(draft: Draft, statuses: Statuses) -> str | None:
    if draft.actors or draft.kind not in statuses.lexicon.groups[DONE_TO]:
        return None
    graph, mentions, lexicon = statuses.graph, statuses.mentions, statuses.lexicon
    clauses = (graph.predicates.get(head) for head in graph.predicates[draft.head].heads(*WHEN))
    blows = (s for clause in clauses if clause is not None for s in clause.heads("subject"))
    return BY_NATURE if any(meets(BLOWS, s, graph.doc, mentions, lexicon) for s in blows) else None
