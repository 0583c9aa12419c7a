"""A parsed text in, the same with a day that "sees" something read as the day on which it comes about out.

"Monday will see the two ministers meet": nobody sees it, and nobody says so.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECT, WHEN, CLAUSE, OBJECT = "nsubj", "npadvmod", "ccomp", "dobj"
BASE, PRESENT = "VB", "VBP"


def repair_scenes(doc: Doc, seeing: frozenset[str], times: frozenset[str]) -> Doc:
    """The same document. seeing: "see", "witness"; times: names of days and units of time."""
    for verb in doc.having(lemma_=seeing):
        if verb.lemma_ not in seeing:
            continue
        day = next((c for c in verb.lefts if c.dep_ in (SUBJECT, WHEN)), None)
        others = [c for c in verb.lefts if c.dep_ == SUBJECT and c is not day]
        seen = next((c for c in verb.rights if _is_seen(c)), None)
        if day is None or day.lemma_.lower() not in times or others or seen is None:
            continue
        day.dep_ = WHEN
        if seen.dep_ == CLAUSE:
            seen.tag_ = BASE
    return doc


def _is_seen(token: Token) -> bool:
    """ "The ministers meet", without "that"; "talks"."""
    if token.dep_ == OBJECT:
        return True
    bare = token.tag_ in (BASE, PRESENT) and any(c.dep_ == SUBJECT for c in token.lefts)
    return token.dep_ == CLAUSE and bare and all(c.dep_ != "mark" for c in token.lefts)
