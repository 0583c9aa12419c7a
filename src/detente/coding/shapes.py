"""A predicate of the graph in, what its form alone tells of how it is meant out."""

from __future__ import annotations

from detente.coding.governing import PREDICATIVE
from detente.coding.lexicon import Lexicon
from detente.reading.graph import Graph, Predicate


def is_aside(graph: Graph, verb: Predicate, lexicon: Lexicon) -> bool:
    """ "refuses to sign it, accusing Sylvania": what is said besides goes with the main verb; but "agrees to leave,
    ending the siege"."""
    if not is_set_apart(graph, verb):
        return False
    kinds = [lexicon.kinds.get(frame.kind) for _, frame in lexicon.verb_frames.get(verb.lemma.split()[0], ())]
    return bool(kinds) and all(kind is not None and kind.speech for kind in kinds)


def is_set_apart(graph: Graph, verb: Predicate) -> bool:
    """Whether a comma stands before the clause of the verb."""
    first = graph.doc[verb.head].left_edge.i
    return first > 0 and graph.doc[first - 1].text in graph.words["setting apart"]


def is_bare_copula(graph: Graph, outer: Predicate) -> bool:
    """ "is to have won", with nothing that the subject is."""
    token = graph.doc[outer.head]
    return token.lemma_ == "be" and not any(c.dep_ in PREDICATIVE for c in token.children)
