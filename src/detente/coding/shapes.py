"""A predicate of the graph in, what its form alone tells of how it is meant out."""

from __future__ import annotations

from detente.coding.governing import PREDICATIVE
from detente.reading.graph import Graph, Predicate


def is_aside(graph: Graph, verb: Predicate) -> bool:
    """ "refuses to sign it, accusing Sylvania": what follows a comma goes with the main verb."""
    first = graph.doc[verb.head].left_edge.i
    return bool(first) and graph.doc[first - 1].text in graph.words["setting apart"]


def is_bare_copula(graph: Graph, outer: Predicate) -> bool:
    """ "is to have won", with nothing that the subject is."""
    token = graph.doc[outer.head]
    return token.lemma_ == "be" and not any(c.dep_ in PREDICATIVE for c in token.children)
