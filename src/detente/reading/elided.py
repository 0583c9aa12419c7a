"""A sentence in, the word whose subject is left out because it is whoever writes: "Met with the premier today.", "Good call
with the premier today.", "Great to meet the premier."

The stop at its end stands in for him, so that he can be an argument like any other.
"""

from __future__ import annotations

from typing import NamedTuple

from detente.reading.tokens import Span, Token

PASTS, GOING_ON, NOUN, SPEAKS_OF_IT = ("VBD", "VBN"), "VBG", "NOUN", ("with", "to", "from")
ADJECTIVES, INFINITIVE = ("JJ", "VBN"), "xcomp"
STOPS = (".", "!", "…", "...")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "attr"})
DONE = frozenset({"dobj", "dative", "oprd", "prt", INFINITIVE})


class Elided(NamedTuple):
    """word: the verb or noun that lacks its subject; stand_in: the token that counts as it."""

    word: Token
    stand_in: Token


def elided_in(sentence: Span) -> Elided | None:
    """None where the sentence has its subject, is a heading, or does not begin with what is told."""
    root, last = sentence.root, _stop(sentence)
    if last is None or root is last or any(c.dep_ in SUBJECTS for c in root.children):
        return None
    opens = all(t.pos_ in ("ADV", "ADJ", "DET", "NUM") or t.is_punct for t in sentence if t.i < root.i)
    if not opens:
        return None
    infinitive = next((c for c in root.rights if c.dep_ == INFINITIVE), None)
    if root.tag_ in ADJECTIVES and infinitive is not None and root.i == sentence.start:
        return Elided(infinitive, last)
    if root.pos_ == NOUN and root.i > sentence.start:
        return Elided(root, last) if _with_somebody(root) else None
    told = root.tag_ in PASTS and root.i == sentence.start and _tells_a_deed(root)
    return Elided(root, last) if told or (root.tag_ == GOING_ON and root.i == sentence.start) else None


def _stop(sentence: Span) -> Token | None:
    words = (t for t in reversed(list(sentence)) if not t.is_space)
    last = next(words, None)
    return last if last is not None and last.text in STOPS else None


def _with_somebody(noun: Token) -> bool:
    """ "Good call today with the premier": no verb, and somebody on the other side."""
    return any(c.lower_ in SPEAKS_OF_IT and c.dep_ == "prep" for c in noun.rights)


def _tells_a_deed(verb: Token) -> bool:
    """Not "Killed in Zenda.", of whom it is done to."""
    by = any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.rights)
    done = any(c.dep_ in DONE or (c.dep_ == "prep" and c.lower_ in SPEAKS_OF_IT) for c in verb.rights)
    return done and not by
