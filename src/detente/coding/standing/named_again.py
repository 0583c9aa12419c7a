"""A definite noun in, the last word before it that names the same out: "will cut 900 jobs. The cuts", "The move"."""

from __future__ import annotations

from detente.coding.matching.lexicon import Lexicon
from detente.reading.graph import Graph, Predicate

SHORTEST = 4  # letters that a verb and the noun made of it must share
KINDS = ("cutting", "buying", "shutting", "bringing out", "saving")
REACH = 80  # words: some three sentences; further back the same word may name another


def named_before(graph: Graph, lexicon: Lexicon, noun: Predicate) -> int | None:
    """The nearest earlier predicate whose word is this noun's own or that of which it is made."""
    if noun.pos != "noun" or noun.lemma in graph.words["what is answered"] or not _points_back(graph, noun):
        return None
    verbs = (
        *(nominal.verbs if (nominal := lexicon.nominals.get(noun.lemma)) else ()),
        *_kin(noun.lemma, graph),
    )
    for head in range(noun.head - 1, max(-1, noun.head - REACH), -1):
        earlier = graph.predicates.get(head)
        if earlier is None or head in noun.heads("mod"):
            continue
        if earlier.lemma in (noun.lemma, *verbs) or (
            earlier.pos == "verb" and _is_made_of(noun.lemma, earlier.lemma, graph)
        ):
            return head
    return None


def _kin(lemma: str, graph: Graph) -> frozenset[str]:
    """Other words for the same deed: "will axe 900 jobs. The cuts"."""
    lists = (graph.words[f"deeds of {kind}"] for kind in KINDS)
    return frozenset().union(*(words for words in lists if lemma in words))


def told_before(graph: Graph, noun: Predicate) -> int | None:
    """The verb of what the sentence before told, for "the move" or "this step"; what is said, and not who says it."""
    start = graph.doc[noun.head].sent.start
    if noun.lemma not in graph.words["names of what was told"] or not _points_back(graph, noun) or start == 0:
        return None
    verb = graph.predicates.get(graph.doc[start - 1].sent.root.i)
    while verb is not None and (said := _said(graph, verb)) is not None:
        verb = said
    return verb.head if verb is not None and verb.pos == "verb" else None


def _said(graph: Graph, verb: Predicate) -> Predicate | None:
    """What somebody says, plans or has agreed on: the first clause that hangs on the verb."""
    clauses = [h for h in verb.heads("clause") if graph.doc[h].dep_ in ("ccomp", "xcomp")]
    return next((graph.predicates[h] for h in clauses if h in graph.predicates and h != verb.head), None)


def _points_back(graph: Graph, noun: Predicate) -> bool:
    """ "The cuts", "the move"; "the heavy losses made by the fund" are others than those told before."""
    known, children = graph.words["definite words"], list(graph.doc[noun.head].children)
    own = any(c.dep_ in ("acl", "relcl") or (c.tag_ == "JJS" and c.i < noun.head) for c in children)
    return not own and any(c.lower_ in known for c in children if c.dep_ == "det")


def _is_made_of(noun: str, verb: str, graph: Graph) -> bool:
    """ "Merger" of "merge", "expansion" of "expand": a beginning of the verb and an ending that makes nouns of deeds."""
    stems = [verb[: len(verb) - cut] for cut in range(3)]
    return any(
        len(stem) >= SHORTEST
        and noun.startswith(stem)
        and noun[len(stem) :] in graph.words["endings of deeds"]
        for stem in stems
    )
