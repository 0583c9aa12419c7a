"""A noun before "to have downed" in, the verb that it is out: "Sylvania's SBU claims to have downed a jet"."""

from __future__ import annotations

from detente.reading.tokens import Token

NOUNS, BEFORE = ("NOUN", "PROPN"), ("compound", "amod", "nmod", "det", "poss")


def read_before_perfect(token: Token) -> None:
    """Make it the verb over what it is read as the subject of; who stands before it is its own subject."""
    verb, subject = token.head, token.nbor(-1)
    if token.dep_ != "nsubj" or verb.tag_ != "VBN" or subject.head.i != token.i or subject.pos_ not in NOUNS:
        return
    if not {"TO", "VB"} <= {c.tag_ for c in verb.lefts if c.dep_ == "aux"}:
        return
    token.hang(token if verb.dep_ == "ROOT" else verb.head, verb.dep_)
    verb.hang(token, "xcomp")
    token.pos_, token.tag_ = "VERB", "VBZ"
    for child in list(token.lefts):
        if child.i < subject.i and child.dep_ in BEFORE:
            child.hang(subject, child.dep_)
    subject.hang(token, "nsubj")
