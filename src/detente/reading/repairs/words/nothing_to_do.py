"""Tokens in, "have nothing to do with it" read as one verb, "have do", with what it has nothing to do with out.

The parser makes a clause of the "do", so that who it is said of and what he has to do with never meet.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc

WITH, DO, PREPOSITION, PARTICLE = "with", "do", "prep", "prt"
CLAUSES, OBJECTS = ("relcl", "acl", "xcomp", "advcl"), ("dobj", "attr", "nsubj")


def repair_nothing_to_do(doc: Doc, shares: Collection[str]) -> Doc:
    """The same document; `shares` are the words for how much somebody has to do with a thing."""
    for mark in doc.having(lower_={WITH}):
        do = mark.head
        if do.lemma_.lower() != DO or do.dep_ not in CLAUSES or do.i - 2 < do.sent.start:
            continue
        share = do.nbor(-2)
        if share.lower_ in shares and share.dep_ in OBJECTS and share.head.pos_ in ("VERB", "AUX"):
            mark.hang(share.head, PREPOSITION)
            do.hang(share.head, PARTICLE)
    return doc
