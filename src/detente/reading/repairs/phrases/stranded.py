"""Tokens in, prepositions right before "and" that go with the noun, and are no particles of the verb, as such out.

"Imposes a ban on and expels four ministers", "launches attacks against and shells the town".
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc

AND, PARTICLE, PREPOSITION = "and", "prt", "prep"
MARKS = frozenset({"on", "against", "at", "upon", "for", "to"})


def repair_stranded(doc: Doc, event_nouns: Collection[str]) -> Doc:
    """The same document; only where the verb goes on with another after the "and"."""
    for link in doc.having(lower_=(AND,)):
        mark = doc[link.i - 1] if link.i > link.sent.start else link
        verb = mark.head
        if mark.dep_ != PARTICLE or mark.lower_ not in MARKS or link.head.i != verb.i:
            continue
        before = (c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == mark.i - 1)
        noun = next(before, None)
        if noun is not None and noun.lemma_.lower() in event_nouns:
            mark.hang(noun, PREPOSITION)
            mark.tag_ = "IN"
    return doc
