"""A parsed text in, who is named after "along with" read as one of those named before it out.

"Expels two envoys, along with a reporter": the parser hangs the phrase on the verb, as if it were how it was done. "Was
arrested by the army, along with his son": the son of who was arrested.
"""

from __future__ import annotations

from detente.reading.shapes import NAMES, NOUNS, SUBJECTS
from detente.reading.tokens import Token

OPENS, WITH, OF = ("along", "together"), "with", "of"
JOINTLY, BESIDE = ("together", "jointly"), "alongside"
OF_FELLOWS = frozenset({*OPENS, WITH, BESIDE})  # prepositions before somebody who takes part as well
BY, OWN = "by", "PRP$"
DESCRIBING = ("amod", "compound", "nmod", "poss")


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
    first = _subject_over(before, at) or _who_suffers(before, joined) or _fellow(before, joined)
    preposition.hang(first, "cc")
    mark.hang(preposition, "dep")
    joined.hang(first, "conj")


def join_fellows(preposition: Token) -> None:
    """Join who is named after "along with", "together with" and the like to who is named before."""
    join_along(preposition)
    join_doers(preposition)


def join_doers(preposition: Token) -> None:
    """Join who is named after "together with", "jointly with" and, beside the subject, "alongside" to the subject."""
    doc, at = preposition.doc, preposition.i
    opens = preposition.lower_ == WITH and at > 1 and doc[at - 1].lower_ in JOINTLY
    if not opens and preposition.lower_ != BESIDE:
        return
    joined = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    before = at - 2 if opens else at - 1
    before -= before > 0 and doc[before].text == ","
    first = _subject_over(doc[before], at) if before >= 0 and doc[before].tag_ in NOUNS else None
    named = joined is not None and joined.tag_ in NAMES
    if joined is not None and not named and (first is None or not _is_of_a_land(joined)):
        return
    if first is None and opens:
        first = _doer(preposition)
    if joined is None or first is None or first.i == joined.i:
        return
    preposition.hang(first, "cc")
    joined.hang(first, "conj")


def _is_of_a_land(noun: Token) -> bool:
    """ "The Sylvanian army", "Sylvania's king", "the government in Klausenburg", "rebels of the Red Dawn"."""
    before = any(c.dep_ in DESCRIBING and c.is_title for c in noun.lefts)
    marks = (c for c in noun.rights if c.dep_ == "prep" and c.i == noun.i + 1)
    return before or any(c.tag_ in NAMES for mark in marks for c in mark.children)


def _doer(preposition: Token) -> Token | None:
    """ "Ruritania imposes tariffs together with Sylvania": the subject of the verb before it, if that has an object."""
    verb = next((t for t in preposition.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > preposition.i or all(c.dep_ != "dobj" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ in NAMES), None)


def _subject_over(noun: Token, at: int) -> Token | None:
    """ "The president of Chad, along with his minister, met": the subject that the noun before it is part of."""
    return next((t for t in (noun, *noun.ancestors) if t.dep_ in SUBJECTS and t.head.i > at), None)


def _who_suffers(doer: Token, joined: Token) -> Token | None:
    """ "Was arrested by the army, along with his son", "with two of her aides": whose own they are."""
    inside = any(t.tag_ == OWN for t in joined.subtree)
    verb = doer.head.head if doer.head.lower_ == BY else doer
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None) if inside else None


def _fellow(noun: Token, joined: Token) -> Token:
    """ "The release of captives, along with the resignation of the premier": both say of whom, and go together."""
    within = noun.dep_ == "pobj" and noun.head.lower_ == OF and noun.head.head.pos_ == "NOUN"
    if within and any(c.lower_ == OF for c in joined.rights):
        return noun.head.head
    return noun
