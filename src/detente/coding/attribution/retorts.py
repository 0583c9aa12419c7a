"""What is said and the place behind who says it in, whether an answer of somebody else follows there out.

"Sylvania arms them, the king said, a charge that it denies"; "..., which it denies"; "..., something it has denied".
"""

from __future__ import annotations

from detente.coding.attribution.candidates import Reading
from detente.coding.attribution.edges import is_cue
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

_FARTHEST = 12  # tokens from the comma to the verb of the answer
_FINITE = ("VBD", "VBZ", "VBP", "VBN")
_WHICH = ("which", "something", "what")
_OPENERS = ("DT", "WDT", "WP", "NN", "JJ", "PRP$")  # tags of what an answer opens with


def is_answered(end: int, sentence_end: int, reading: Reading) -> bool:
    """Whether a comma stands at this token, and behind it a noun or "which" that somebody else says something of."""
    doc = reading.doc
    if end + 1 >= sentence_end or doc[end].text != "," or reading.quoted[end + 1] is not None:
        return False
    first = doc[end + 1]
    if first.tag_ not in _OPENERS and first.lower_ not in _WHICH:
        return False
    verbs = (t for t in doc[end + 2 : min(end + _FARTHEST, sentence_end)] if t.tag_ in _FINITE)
    return any(_answers(verb, first) and is_cue(verb, reading) for verb in verbs)


def _answers(verb: Token, first: Token) -> bool:
    """Its own subject, and over it the noun behind the comma."""
    who = any(c.dep_ in SUBJECTS and c.i > first.i and c.lower_ not in _WHICH for c in verb.lefts)
    described = (
        verb.dep_ in ("relcl", "acl") and first.i <= verb.head.i < verb.i and verb.head.left_edge.i == first.i
    )
    return who and (described or (first.lower_ in _WHICH and first.head is verb))
