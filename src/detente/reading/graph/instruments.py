"""Verbs that say what an order, a motion or a resolution does, given to those who sign it, pass it or vote for it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.knowledge.grammar import Grammar
from detente.reading.graph.types import Argument, Predicate, Predicates
from detente.reading.tokens import Doc

AGENT, MADE, SOURCES, NAMED = "agent", "acl", ("by", "from"), ("amod", "compound", "nmod")


def give_instruments_their_makers(doc: Doc, predicates: Predicates, grammar: Grammar) -> None:
    """ "signed an order imposing tariffs": what the order does is done by who signs it, and not by who blocks it."""
    instruments, voting = grammar.words["instruments"], grammar.words["verbs of voting"]
    there = {p.head for p in predicates.of(instruments)}
    if not there:
        return
    against, judging = grammar.words["verbs of turning down"], grammar.words["verbs of judging papers"]
    verbs = [p for p in predicates.verbs() if p.lemma in voting or any(a.head in there for a in p.arguments)]
    acting: dict[int, list[int]] = {}  # verbs by subject
    for verb in verbs:
        for head in verb.heads("subject"):
            acting.setdefault(head, []).append(verb.head)
    for verb in [v for v in verbs if v.lemma not in against]:
        made = [h for h in _papers(doc, verb, grammar) if h in there]
        if verb.lemma in judging:
            made = [h for h in made if not _has_maker(doc, h)]
        makers = verb.heads("subject")
        for inner in {v for head in made for v in acting.get(head, ()) if v != verb.head}:
            predicates[inner] = predicates[inner].adding(*(Argument("subject", h) for h in makers))
            for head in makers:
                acting.setdefault(head, []).append(inner)


def _has_maker(doc: Doc, paper: int) -> bool:
    """ "A law adopted by Ruritania", "an order from the court", "a UN resolution"."""
    for child in doc[paper].children:
        by = any(c.dep_ == AGENT for c in child.rights) if child.dep_ == MADE else child.lower_ in SOURCES
        if by or child.dep_ == "poss" or (child.dep_ in NAMED and child.text[:1].isupper()):
            return True
    return False


def _papers(doc: Doc, verb: Predicate, grammar: Grammar) -> Iterator[int]:
    """What is signed, passed or voted for: "put their names to a letter", "votes in favour of a motion"."""
    signed = any(doc[h].lemma_.lower() in grammar.words["signatures"] for h in verb.heads("object"))
    yield from verb.heads("to") if signed else verb.heads("object")
    if verb.lemma in grammar.words["verbs of voting"]:
        yield from verb.heads("for")
        yield from (t.i for h in verb.heads("in") for of in doc[h].rights for t in of.rights)
