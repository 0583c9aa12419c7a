"""Talks of which one side is known in, the other side that stands behind what they are about out."""

from __future__ import annotations

from collections.abc import Collection

from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_of, distinct, same
from detente.reading.graph import Graph, Predicate
from detente.records import Actor

WITH = "with"
TOPICS = ("on", "about", "over", "for")


def beyond_topic(
    names: Collection[str],
    predicate: Predicate,
    graph: Graph,
    mentions: Mentions,
    *,
    apart_from: Collection[Actor],
) -> tuple[Actor, ...]:
    """ "Held talks on a deal with Sylvania": the parser hangs the other side on the deal."""
    if WITH not in names:
        return ()
    behind = [c for h in predicate.heads(*TOPICS) for c in graph.doc[h].rights if c.lower_ == WITH]
    found = [a for c in behind for t in c.rights for a in actors_of(t.i, WITH, graph, mentions)]
    return tuple(a for a in distinct(found) if not any(same(a, b) for b in apart_from))
