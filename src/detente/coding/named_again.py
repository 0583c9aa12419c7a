"""A definite noun in, the last word before it that names the same out: "will cut 900 jobs. ... The cuts ..."."""

from __future__ import annotations

from detente.coding.lexicon import Lexicon
from detente.reading.graph import Graph, Predicate

SHORTEST = 4  # letters that a verb and the noun made of it must share


def named_before(graph: Graph, lexicon: Lexicon, noun: Predicate) -> int | None:
    """The nearest earlier predicate whose word is this noun's own or that of which it is made."""
    if noun.pos != "noun" or noun.lemma in graph.words["what is answered"] or not _points_back(graph, noun):
        return None
    verbs = nominal.verbs if (nominal := lexicon.nominals.get(noun.lemma)) else ()
    for head in range(noun.head - 1, -1, -1):
        earlier = graph.predicates.get(head)
        if earlier is None or head in noun.heads("mod"):
            continue
        if earlier.lemma in (noun.lemma, *verbs) or (
            earlier.pos == "verb" and _is_made_of(noun.lemma, earlier.lemma, graph)
        ):
            return head
    return None


def _points_back(graph: Graph, noun: Predicate) -> bool:
    known = graph.words["definite words"]
    return any(c.lower_ in known for c in graph.doc[noun.head].children if c.dep_ == "det")


def _is_made_of(noun: str, verb: str, graph: Graph) -> bool:
    """ "Merger" of "merge", "expansion" of "expand": a beginning of the verb and an ending that makes nouns of deeds."""
    stems = [verb[: len(verb) - cut] for cut in range(3)]
    return any(
        len(stem) >= SHORTEST
        and noun.startswith(stem)
        and noun[len(stem) :] in graph.words["endings of deeds"]
        for stem in stems
    )
