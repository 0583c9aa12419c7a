"""Tokens in, bare numbers of people to whom something is done read as its object out: "arrests six in spy case"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

NUMBER, FINITE = "CD", ("VBD", "VBP", "VBZ")
OBJECT, PREPOSITION, OF = "dobj", "IN", "of"
NO_OBJECT = ("npadvmod", "nummod", OBJECT)


def repair_counted(doc: Doc, done_to_people: Collection[str]) -> Doc:
    """The same document; only a number between such a verb and a preposition is changed."""
    for number in doc.having(tag_=(NUMBER,)):
        if not number.i or number.i + 2 >= len(doc) or number.dep_ not in NO_OBJECT:
            continue
        verb, after = number.nbor(-1), number.nbor(1)
        if verb.tag_ not in FINITE or verb.lemma_.lower() not in done_to_people:
            continue
        if after.tag_ == PREPOSITION and after.lower_ != OF and not _has_another(verb, number):
            _release(number, after, verb)
    return doc


def _has_another(verb: Token, number: Token) -> bool:
    counted = number.head if number.dep_ == "nummod" else number
    return any(c.dep_ == OBJECT and c not in (counted, number) for c in verb.children)


def _release(number: Token, after: Token, verb: Token) -> None:
    """The number hangs on the verb, what follows too."""
    number.hang(verb, OBJECT)
    after.hang(verb, "prep")
