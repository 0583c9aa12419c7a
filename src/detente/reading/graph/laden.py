"""Predicates in, the same with what a ship or plane carries given to the verb that tells where it arrives out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc

WITH, INTO, OF_NOUNS = "with", "into", frozenset({"acl", "relcl"})


def give_arrivals_their_loads(doc: Doc, predicates: Predicates, words: Mapping[str, frozenset[str]]) -> None:
    """ "Two planes carrying rice landed in Klausenburg", "a ship laden with grain docked": they arrived with it."""
    for verb in predicates.verbs(words["arriving verbs"]):
        if verb.has(WITH):
            continue
        there = verb.heads("subject") or verb.heads(
            "object"
        )  # "ships, carrying rice, docked": parsed as docked ships
        carriers = (h for h in there if doc[h].lemma_.lower() in words["carriers"])
        loads = (load for h in carriers for load in _loads(h, doc, predicates, words["loading verbs"]))
        predicates[verb.head] = verb.adding(*(Argument(WITH, load) for load in dict.fromkeys(loads)))
    _give_rams_their_targets(predicates, doc, words)


def _give_rams_their_targets(predicates: Predicates, doc: Doc, words: Mapping[str, frozenset[str]]) -> None:
    """ "Rammed a boat packed with explosives into a patrol craft": it was rammed, and not packed, into it."""
    for verb in predicates.verbs(words["ramming verbs"]):
        if verb.has(INTO):
            continue
        near = (t.i for h in verb.heads("object") for t in doc[h].rights if t.dep_ in OF_NOUNS)
        clauses = [predicates[h] for h in near if h in predicates]
        hit = [h for c in clauses if c.lemma in words["loading verbs"] for h in c.heads(INTO)]
        predicates[verb.head] = verb.adding(*(Argument(INTO, h) for h in hit))


def _loads(carrier: int, doc: Doc, predicates: Predicates, loading: Collection[str]) -> Iterator[int]:
    yield from predicates[carrier].heads(WITH) if carrier in predicates else ()
    parts = (
        predicates[carrier].heads("of") if carrier in predicates else ()
    )  # "a convoy of lorries carrying rice"
    for token in (t for head in (carrier, *parts) for t in doc[head].children):
        clause = predicates.get(token.i)
        if clause is not None and clause.pos == "verb" and token.dep_ in OF_NOUNS and clause.lemma in loading:
            yield from clause.heads(WITH, "object") if clause.has(WITH) else clause.heads("object")
