"""A parsed text in, the same with adjectives before a phrase read as the adverbs that they are out.

"Was likely behind the blast": the phrase is said of whom the sentence is about.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc


def repair_likely(doc: Doc, doubts: Collection[str]) -> Doc:
    """The same document. doubts: adjectives that are adverbs as well, if no infinitive stands behind them ("likely")."""
    for doubt in doc.having(dep_=("acomp",)):
        after = doubt.nbor() if doubt.i + 1 < len(doc) else doubt
        if doubt.lower_ not in doubts or after.dep_ != "prep" or after.head is not doubt:
            continue
        after.hang(doubt.head, "prep")
        doubt.dep_, doubt.tag_, doubt.pos_ = "advmod", "RB", "ADV"
    return doc
