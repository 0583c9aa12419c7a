"""Tokens in, what somebody votes in favour of doing given to the verb: "votes in favour of closing the border"."""

from __future__ import annotations

from detente.reading.tokens import Doc

FAVOUR = ("favour", "favor", "support")
BEFORE = 2  # words before "of"


def repair_voting(doc: Doc, verbs: frozenset[str]) -> Doc:
    """The same document. verbs: lemmas that go with an infinitive ("vote to close it")."""
    for token in doc:
        if token.tag_ != "VBG" or token.dep_ != "pcomp" or token.head.lower_ != "of" or token.head.i < BEFORE:
            continue
        favour, link = token.head.nbor(-1), token.head.nbor(-2)
        verb = link.head
        if favour.lower_ in FAVOUR and link.lower_ == "in" and verb.lemma_ in verbs:
            link.hang(token, "mark")  # as "to" would open it
            token.hang(verb, "xcomp")
    return doc
