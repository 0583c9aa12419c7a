"""A noun that something is called by in, the adjectives before it as what it is called out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.graph.negation import Words
from detente.reading.graph.types import Argument
from detente.reading.tokens import Token

AS = "as"


def called_by_adjective(noun: Token, name: str, words: Words) -> Iterator[Argument]:
    """ "A cowardly decision": what is said of a noun that only points back."""
    if noun.lemma_.lower() in words["anaphoric nouns"]:
        yield from (Argument(name, c.i) for c in noun.lefts if c.dep_ == "amod")


def called_as(preposition: Token, words: Words) -> Iterator[Argument]:
    """ "As a cowardly decision"."""
    if preposition.lower_ == AS:
        for noun in (c for c in preposition.rights if c.dep_ == "pobj"):
            yield from called_by_adjective(noun, AS, words)
