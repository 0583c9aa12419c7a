"""A parsed text in, the same with a house that is struck given the state whose it is: "the Sylvanian embassy attack"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

MODIFIES, NAMES = ("amod", "compound", "nmod", "nounmod"), ("JJ", "NNP", "NNPS")


def repair_premises(doc: Doc, premises: Collection[str], blows: Collection[str]) -> Doc:
    """The same document. premises: houses and posts that are their owner's; blows: nouns of attacks on them."""
    for token in doc.having(dep_=MODIFIES):
        if is_struck(token, premises, blows):
            for name in [c for c in token.head.lefts if c.i < token.i and _is_name(c)]:
                name.hang(token, name.dep_)
    return doc


def is_struck(token: Token, premises: Collection[str], blows: Collection[str]) -> bool:
    """Whether it is the house in "the embassy attack"."""
    return token.lemma_.lower() in premises and token.head.i > token.i and token.head.lemma_.lower() in blows


def _is_name(token: Token) -> bool:
    return token.dep_ in MODIFIES and token.tag_ in NAMES and token.is_title
