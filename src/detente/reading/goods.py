"""Tokens in, the names of goods that open with a participle mended: "a cargo of drinking water" drinks nothing."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token


def repair_goods(doc: Doc, openings: frozenset[str]) -> Doc:
    """The same document. openings: participles that say what goods are for ("drinking", "cooking")."""
    for token in doc:
        if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.lower_ in openings:
            _read_as_goods(token)
    return doc


def _read_as_goods(participle: Token) -> None:
    """The noun right after it is what the preposition has; what hung on the two goes to the verb above."""
    goods = next((c for c in participle.rights if c.dep_ == "dobj" and c.i == participle.i + 1), None)
    if goods is None:
        return
    preposition = participle.head
    above = preposition.head.head if preposition.head.pos_ == "NOUN" else preposition.head
    for child in [c for c in (*participle.rights, *goods.rights) if c.dep_ == "prep"]:
        child.hang(above if above.pos_ == "VERB" else preposition.head, "prep")
    goods.hang(preposition, "pobj")
    participle.hang(goods, "amod")
    participle.pos_, participle.tag_ = "ADJ", "JJ"
