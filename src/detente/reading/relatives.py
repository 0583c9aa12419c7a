"""Tokens in, a "that" clause whose verb lacks its object hung on its noun as a relative clause out."""

from __future__ import annotations

from detente.reading.shapes import FINITE
from detente.reading.tokens import Doc, Token

THAT = "that"
FILLED = frozenset({"dobj", "ccomp", "xcomp", "nsubjpass", "auxpass"})


def repair_relatives(doc: Doc, verbs: frozenset[str]) -> Doc:
    """ "A claim that Sylvania rejects": it rejects the claim. `verbs` are those that nobody uses without an object."""
    for token in doc:
        lacks = (
            token.tag_ in FINITE
            and token.lemma_ in verbs
            and not any(c.dep_ in FILLED for c in token.children)
        )
        if token.dep_ == "acl" and lacks:
            for pronoun in [c for c in token.lefts if c.lower_ == THAT and c.dep_ == "mark"]:
                _relate(pronoun, token)
    return doc


def _relate(pronoun: Token, verb: Token) -> None:
    verb.dep_ = "relcl"
    pronoun.dep_ = "dobj"
    pronoun.tag_, pronoun.pos_ = "WDT", "PRON"
