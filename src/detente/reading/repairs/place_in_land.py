"""A parsed text in, the same with lands named after a town no longer second subjects out.

"Hentzau, the suspect in the murder of a girl in Klausenburg, Sylvania, was arrested": the parser has both arrested.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOST = "dep"  # where the land has taken its place
STANDING = SUBJECTS | {LOST}
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
    verb, label = land.head, land.dep_
    subject = next((c for c in verb.children if c.dep_ in STANDING and c.i < town.i), None)
    if (
        subject is None
        or town.tag_ not in NAMES
        or town.dep_ != AFTER
        or subject not in tuple(town.ancestors)
    ):
        return
    land.hang(town, "appos")
    if subject.dep_ == LOST and subject.pos_ in ("NOUN", "PROPN"):
        subject.hang(verb, label)
