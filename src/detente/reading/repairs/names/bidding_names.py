"""A parsed text in, the same with movements called by what they bid others do read as names: "two Stop the Dam protesters
are held", where the parser has two stop that they are held."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

BARE, CLAUSE = frozenset({"VB"}), "ccomp"
COUNTS = {"CD": "nummod", "DT": "det"}  # tags, and how they hang on a noun


def repair_bidding_names(doc: Doc, crowds: Collection[str]) -> Doc:
    """The same document; `crowds` are nouns of people in the streets."""
    for verb in doc.having(tag_=BARE):
        if not verb.text.istitle() or any(c.dep_ == "aux" for c in verb.lefts):
            continue
        clause = next((c for c in verb.rights if c.dep_ == CLAUSE), None)
        people = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None) if clause is not None else None
        if clause is not None and people is not None and _are_called_so(people, verb, crowds):
            _name(verb, people, clause)
    return doc


def _are_called_so(people: Token, verb: Token, crowds: Collection[str]) -> bool:
    between = people.doc[verb.i + 1 : people.i]
    titled = any(t.text.istitle() for t in between)
    return people.lemma_.lower() in crowds and titled and people.left_edge.i == verb.i + 1


def _name(verb: Token, people: Token, clause: Token) -> None:
    """The verb stands before the people as a name does, and what they do takes its place."""
    around = [c for c in verb.children if c is not clause]
    clause.hang(clause if verb.dep_ == "ROOT" else verb.head, verb.dep_)
    verb.hang(people, "compound")
    verb.tag_, verb.pos_ = "NNP", "PROPN"
    for child in around:
        if child.i < verb.i and child.tag_ in COUNTS:
            child.hang(people, COUNTS[child.tag_])
        else:
            child.hang(clause, child.dep_)
