"""A parsed text in, the same with lands named after a town no longer second subjects out.

"Hentzau, the suspect in the murder of a girl in Klausenburg, Sylvania, was arrested": the parser has both arrested.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

STANDING = SUBJECTS | {"dep", "npadvmod", "advcl"}  # what the true subject is taken for once the land acts
NOUNS, NAMES, COMMA, AFTER = ("NN", "NNS", "NNP", "NNPS"), ("NNP", "NNPS"), ",", "pobj"
LISTED = ("conj", "appos")  # "in Zenda, Westphal, Sylvania"


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
    last, verb, label = land.doc[start - 2], land.head, land.dep_
    subject = next((c for c in verb.children if c.dep_ in STANDING and c.i < last.i), None)
    if subject is None or subject.tag_ not in NOUNS or last.tag_ not in NAMES:
        return
    town = last
    while town.dep_ in LISTED and town.head.i < town.i:
        town = town.head
    if town.dep_ != AFTER or subject not in tuple(town.ancestors):
        return
    land.hang(last, "appos")
    subject.hang(verb, label)
