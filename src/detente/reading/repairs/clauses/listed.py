"""A parsed text in, the same with lists of deeds and of conditions made lists out."""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS, FINITE
from detente.reading.tokens import Doc, Token

GERUND, AFTER, BESIDE = "VBG", "pcomp", ("advcl", "acl")
SAID_OF = ("of", "with", "against")  # what stands after these is nothing that is done meanwhile
DONE = ("for", "by")  # "jailed for leading a strike, prompting protests and drawing criticism" lists nothing
JOINED, CLAUSE, MARK, MODAL = "conj", "advcl", "mark", "MD"
AUXILIARIES = ("aux", "auxpass")


def repair_listed_deeds(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(dep_=BESIDE):
        if token.tag_ != GERUND or token.i < 2 or token.nbor(-1).lower_ != ",":
            continue
        link = _last_link(token)
        first = _first_deed(token) if link is not None else None
        if first is None or link is None:
            continue
        word = first.head.lower_
        if word in SAID_OF or (word in DONE and link.nbor(-1).lower_ == ","):
            token.hang(first, "conj")
    return doc


def _last_link(token: Token) -> Token | None:
    """The "and" before the last deed of the list."""
    links = (c for c in token.rights if c.dep_ == "cc" and c.i + 1 < len(token.doc))
    return next((c for c in links if c.nbor().tag_ == GERUND), None)


def _first_deed(token: Token) -> Token | None:
    """The gerund that a preposition has right before the comma: of the same verb, or of its object."""
    over = {token.head.i, *(c.i for c in token.head.children)}
    before = token.doc[token.head.left_edge.i : token.i - 1]
    gerunds = (t for t in before if t.tag_ == GERUND and t.dep_ == AFTER and t.head.head.i in over)
    return next((t for t in gerunds if t.right_edge.i == token.i - 2), None)


def repair_listed_conditions(doc: Doc, conditions: frozenset[str]) -> Doc:
    """The same document; `conditions` are the conjunctions that open a condition ("if")."""
    for verb in doc.having(dep_=(JOINED,)):
        tense = _tense(verb)
        if tense not in FINITE or any(c.dep_ in ANY_SUBJECTS for c in verb.lefts):
            continue
        if not any(c.dep_ == "aux" and c.tag_ == MODAL for c in verb.head.lefts):
            continue
        condition = _condition(verb, conditions)
        if condition is not None and _tense(condition) == tense:
            verb.hang(condition, JOINED)
    return doc


def _tense(verb: Token) -> str:
    """The tag of what carries the tense: the verb, or its first auxiliary."""
    return next((c.tag_ for c in verb.lefts if c.dep_ in AUXILIARIES), verb.tag_)


def _condition(verb: Token, conditions: frozenset[str]) -> Token | None:
    """The clause with a condition between the verb and what it is joined to, if it is the last before it."""
    clauses = [c for c in verb.head.rights if c.dep_ == CLAUSE and c.i < verb.i]
    last = clauses[-1] if clauses else None
    marked = last is not None and any(c.dep_ == MARK and c.lower_ in conditions for c in last.lefts)
    return last if marked else None
