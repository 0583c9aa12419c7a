"""A parsed text in, the same with lands named after a town no longer second subjects out.

"Hentzau, the suspect in the murder of a girl in Klausenburg, Sylvania, was arrested": the parser has both arrested.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMES, COMMA, AFTER = ("NNP", "NNPS"), ",", "pobj"


def repair_lands_after_places(doc: Doc) -> Doc:
    """The same document; only a name right after a comma and a name below the true subject is moved."""
    for token in doc.having(dep_=SUBJECTS):
        if token.dep_ in SUBJECTS and token.tag_ in NAMES:
            _give_to_town(token)
    return doc


def _give_to_town(land: Token) -> None:
    start = land.left_edge.i
    if start - 2 <= land.sent.start or land.doc[start - 1].text != COMMA:
        return
    town = land.doc[start - 2]
    before = (c for c in land.head.children if c.dep_ in SUBJECTS and c.i < town.i)
    subject = next(before, None)
    if town.tag_ in NAMES and town.dep_ == AFTER and subject in tuple(town.ancestors):
        land.hang(town, "appos")
