"""Tokens in, what is tagged a verb but stands as an object made a noun out: "drawing rebukes from Strelsau"."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OBJECT, PRESENT = "dobj", "VBZ"
CLAUSAL = ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj")


def repair_verbs_as_objects(doc: Doc) -> Doc:
    """A present in -s that has nothing that a verb has and stands behind a verb as what it acts on."""
    for token in doc:
        if token.dep_ == OBJECT and token.tag_ == PRESENT and _is_bare(token):
            token.tag_, token.pos_ = "NNS", "NOUN"
    return doc


def _is_bare(token: Token) -> bool:
    return token.head.i < token.i and not any(c.dep_ in CLAUSAL for c in token.children)
