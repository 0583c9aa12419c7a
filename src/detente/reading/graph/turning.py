"""Two coordinated verbs of the parse in, whether they cannot share what governs the first out."""

from __future__ import annotations

from detente.reading.tokens import Token

PAST = ("VBD", "VBZ")
TENSED = ("VBD", "VBP", "VBZ")


def turns_finite(first: Token, second: Token) -> bool:
    """ "hopes to hold talks and has agreed to meet": after an infinitive a verb with a tense goes with the main verb."""
    if first.tag_ != "VB" or not any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children):
        return False
    auxiliaries = [c for c in second.children if c.dep_ in ("aux", "auxpass")]
    return second.tag_ in PAST or any(c.tag_ in TENSED for c in auxiliaries)
