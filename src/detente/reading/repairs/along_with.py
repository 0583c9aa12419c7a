"""A parsed text in, who is named after "along with" read as one of those named before it out.

"Expels two envoys, along with a reporter": the parser hangs the phrase on the verb, as if it were how it was done.
"""

from __future__ import annotations

from detente.reading.tokens import Token

OPENS, WITH, OF = ("along", "together"), "with", "of"
NOUNS = ("NN", "NNS", "NNP", "NNPS")
SUBJECTS = ("nsubj", "nsubjpass")


def join_along(preposition: Token) -> None:
    """Join the noun after it to the noun before it, or to the subject where no verb stands before."""
    at = preposition.i
    if preposition.lower_ not in OPENS or at + 1 >= len(preposition.doc) or at - 1 <= preposition.sent.start:
        return
    mark = preposition.doc[at + 1]
    before = preposition.doc[at - 1]
    if before.text == ",":
        before = preposition.doc[at - 2]
    joined = next((c for c in mark.children if c.dep_ == "pobj"), None)
    if mark.lower_ != WITH or joined is None or before.tag_ not in NOUNS:
        return
    first = _subject_over(before, at) or _fellow(before, joined)
    preposition.hang(first, "cc")
    mark.hang(preposition, "dep")
    joined.hang(first, "conj")


def _subject_over(noun: Token, at: int) -> Token | None:
    """ "The president of Chad, along with his minister, met": the subject that the noun before it is part of."""
    return next((t for t in (noun, *noun.ancestors) if t.dep_ in SUBJECTS and t.head.i > at), None)


def _fellow(noun: Token, joined: Token) -> Token:
    """ "The release of captives, along with the resignation of the premier": both say of whom, and go together."""
    within = noun.dep_ == "pobj" and noun.head.lower_ == OF and noun.head.head.pos_ == "NOUN"
    if within and any(c.lower_ == OF for c in joined.rights):
        return noun.head.head
    return noun
