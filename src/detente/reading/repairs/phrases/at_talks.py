"""A parsed text in, the meeting at which something was said hung on the verb of saying out.

"Stressed the need for reforms at talks with Sylvania": the reforms are not at the talks.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

AT, SIDES, OBJECT = frozenset({"at"}), ("with", "between"), "pobj"
WITHIN, NOUN, VERB = ("prep", "pobj", "dobj"), "NOUN", "VERB"


def repair_at_talks(doc: Doc, gatherings: Collection[str], event_nouns: Collection[str]) -> Doc:
    """The same document. gatherings: nouns of meeting; event_nouns: the noun entries of all rules."""
    for preposition in doc.having(lower_=AT):
        noun = preposition.head
        apart = noun.pos_ == NOUN and noun.lemma_.lower() not in event_nouns  # but "a clash at a meeting"
        if apart and preposition.dep_ == "prep":
            _raise(preposition, noun, gatherings)
    return doc


def _raise(preposition: Token, noun: Token, gatherings: Collection[str]) -> None:
    held = next((c for c in preposition.rights if c.dep_ == OBJECT), None)
    if (
        held is None
        or held.lemma_.lower() not in gatherings
        or not any(c.lower_ in SIDES for c in held.rights)
    ):
        return
    above = noun
    while above.dep_ in WITHIN and above.head.i < above.i:
        above = above.head
    if above.pos_ == VERB and above.i < noun.i:
        preposition.hang(above, "prep")
