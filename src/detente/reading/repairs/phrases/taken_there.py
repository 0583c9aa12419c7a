"""Tokens in, where something is sent or led out, where the parser hung it on what only describes that thing.

"Will deliver howitzers bought from Graustark to Sylvania" is a delivery to Sylvania, and "leads a delegation that
includes Sylvania's king to Klausenburg" goes there. "Sends two tanks and 90 men across the river" has sent them all.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

TO, ORIGINS, AGENT = "to", ("from", "in"), "agent"
PARTICIPLE, PREPOSITION, OBJECT = "VBN", "prep", "dobj"
GOALS = (PREPOSITION, "dative")
INCLUDING = ("acl", "relcl")
NAMED = ("NNP", "NNPS")
OVER, JOINED, OF_GROUP, OF = ("across",), "conj", "pobj", "of"


def repair_taken_there(doc: Doc, sending: Collection[str], including: Collection[str]) -> Doc:
    """The same document. sending: verbs, with their particle, that say to whom or where something goes; including:
    what says who belongs to a group."""
    for mark in doc.having(lower_=(TO,)):
        clause = _clause_of(mark)
        thing = clause.head
        if mark.dep_ not in GOALS or clause.dep_ not in INCLUDING or thing.dep_ != OBJECT:
            continue
        described = _tells_origin(clause, mark) or clause.lemma_.lower() in including
        verb = thing.head
        if described and _entry(verb) in sending and not _says_where(verb):
            for later in [c for c in clause.rights if c.i >= mark.i and c.dep_ in GOALS]:
                later.hang(verb, PREPOSITION)
    return doc


def _clause_of(mark: Token) -> Token:
    """The verb that the mark hangs on, if need be by the last person that its object names."""
    above = mark.head
    while above.dep_ == JOINED:
        above = above.head
    named = above.dep_ == OBJECT and mark.head.tag_ in NAMED
    return above.head if named else mark.head


def repair_sent_across(doc: Doc, sending: Collection[str]) -> Doc:
    """The same document. sending: as above; the way of the last thing that is sent is that of all."""
    for mark in doc.having(lower_=OVER):
        first = mark.head
        while first.dep_ == JOINED or _is_of_group(first):
            first = first.head if first.dep_ == JOINED else first.head.head
        verb = first.head
        if mark.dep_ != PREPOSITION or first is mark.head or first.dep_ != OBJECT or first.i > mark.i:
            continue
        if verb.i < first.i and _entry(verb) in sending:
            for later in [c for c in mark.head.rights if c.i >= mark.i and c.dep_ in GOALS]:
                later.hang(verb, PREPOSITION)
    return doc


def _is_of_group(word: Token) -> bool:
    """The men of "a brigade of 90 men"."""
    return word.dep_ == OF_GROUP and word.head.lower_ == OF


def _tells_origin(clause: Token, mark: Token) -> bool:
    """ "Bought from Graustark", "made in Sylvania", "donated by them"."""
    told = (c.lower_ in ORIGINS or c.dep_ == AGENT for c in clause.rights if c.i < mark.i)
    return clause.tag_ == PARTICIPLE and any(told)


def _says_where(verb: Token) -> bool:
    return any(c.dep_ == "dative" or c.lower_ == TO for c in verb.rights)


def _entry(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()
