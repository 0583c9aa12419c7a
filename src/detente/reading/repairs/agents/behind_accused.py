"""A parsed text in, what somebody is accused of given to the verb out.

"Accuses three of its neighbours of sheltering rebels": the parser hangs the last part on the neighbours.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

OF, VERBAL = "of", ("VBG", "VBN")


def repair_behind_accused(doc: Doc, charging: Collection[str], event_nouns: Collection[str] = ()) -> Doc:
    """ "Accuses three of its neighbours of sheltering rebels", "accuses the premier of a cyberattack": what they are
    accused of goes with the verb. event_nouns: those of one deed, with an article or none."""
    for mark in doc.having(lower_=(OF,)):
        low = next(iter(mark.rights), None)
        if low is None or not (_is_done(low) or _is_deed(low, event_nouns)):
            continue
        if mark.head.tag_ not in ("NNS", "NN", "NNP", "NNPS"):
            continue
        verb = next((t for t in mark.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.lemma_.lower() not in charging or any(c.lower_ == OF for c in verb.rights):
            continue
        if any(c.dep_ == "dobj" and c in (mark.head, *mark.head.ancestors) for c in verb.rights):
            mark.hang(verb, "prep")
    return doc


def _is_done(low: Token) -> bool:
    return low.tag_ in VERBAL and low.dep_ == "pcomp"


def _is_deed(low: Token, event_nouns: Collection[str]) -> bool:
    definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in low.lefts)
    return low.dep_ == "pobj" and low.tag_ == "NN" and not definite and low.lemma_.lower() in event_nouns
