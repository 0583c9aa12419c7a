"""Tokens in, what somebody votes in favour of doing given to the verb: "votes in favour of closing the border"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc

BEFORE = 2  # words before "of"


def repair_voting(doc: Doc, verbs: frozenset[str], favour: Collection[str]) -> Doc:
    """The same document. verbs: lemmas that go with an infinitive ("vote to close it"); favour: what one votes in."""
    for token in doc.having(dep_=("pcomp",)):
        if token.tag_ != "VBG" or token.dep_ != "pcomp" or token.head.lower_ != "of" or token.head.i < BEFORE:
            continue
        before, link = token.head.nbor(-1), token.head.nbor(-2)
        verb = link.head
        if before.lower_ in favour and link.lower_ == "in" and verb.lemma_ in verbs:
            link.hang(token, "mark")  # as "to" would open it
            token.hang(verb, "xcomp")
    return doc
