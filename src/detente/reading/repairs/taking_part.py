"""Tokens in, what somebody takes part in given back to the verb: "took part with Sylvanian commandos in a drill"."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

PART = "part"


def repair_taking_part(doc: Doc) -> Doc:
    """The same document; who takes part with whom stands before it."""
    for token in doc:
        if token.lower_ == PART and token.dep_ == "dobj":
            for preposition in [c for c in token.head.rights if c.lower_ in ("with", "alongside")]:
                _free(preposition, token.head)
    return doc


def _free(preposition: Token, verb: Token) -> None:
    for partner in [c for c in preposition.rights if c.dep_ == "pobj"]:
        for inner in [c for c in partner.rights if c.dep_ == "prep" and c.lower_ == "in"]:
            inner.hang(verb, "prep")
