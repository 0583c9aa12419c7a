"""A word in, whether it stands in what a decision is to do and so tells nobody who made it out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.tokens import Token

INFINITIVE, COMPLEMENTS = "VB", ("acl", "relcl", "xcomp", "ccomp", "advcl")


def opens_what_is_resolved(verb: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "The decision to free a Sylvanian": whom one praises or blames for it is who decided."""
    if verb.tag_ != INFINITIVE or verb.dep_ not in COMPLEMENTS:
        return False
    return verb.head.pos_ == "NOUN" and verb.head.lemma_.lower() in words["nouns of what is resolved"]


def is_within_resolve(token: Token, head: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it stands in such a clause, and the act with that head outside of it."""
    for above in token.ancestors:
        if above.i == head:
            return False
        if opens_what_is_resolved(above, words):
            return not above.is_ancestor(token.doc[head])
    return False
