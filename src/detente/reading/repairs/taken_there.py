"""Tokens in, where something is sent or led out, where the parser hung it on what only describes that thing.

"Will deliver howitzers bought from Graustark to Sylvania" is a delivery to Sylvania, and "leads a delegation that
includes Sylvania's king to Klausenburg" goes there.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

TO, ORIGINS, AGENT = "to", ("from", "in"), "agent"
PARTICIPLE, PREPOSITION, OBJECT = "VBN", "prep", "dobj"
INCLUDING = ("acl", "relcl")


def repair_taken_there(doc: Doc, sending: Collection[str], including: Collection[str]) -> Doc:
    """The same document. sending: verbs, with their particle, that say to whom or where something goes; including:
    what says who belongs to a group."""
    for mark in doc.having(lower_=(TO,)):
        clause = mark.head
        thing = clause.head
        if mark.dep_ != PREPOSITION or clause.dep_ not in INCLUDING or thing.dep_ != OBJECT:
            continue
        described = _tells_origin(clause, mark) or clause.lemma_.lower() in including
        verb = thing.head
        if described and _entry(verb) in sending and not _says_where(verb):
            for later in [c for c in clause.rights if c.i >= mark.i and c.dep_ == PREPOSITION]:
                later.hang(verb, PREPOSITION)
    return doc


def _tells_origin(clause: Token, mark: Token) -> bool:
    """ "Bought from Graustark", "made in Sylvania", "donated by them"."""
    told = (c.lower_ in ORIGINS or c.dep_ == AGENT for c in clause.rights if c.i < mark.i)
    return clause.tag_ == PARTICIPLE and any(told)


def _says_where(verb: Token) -> bool:
    return any(c.dep_ == "dative" or c.lower_ == TO for c in verb.rights)


def _entry(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.rights if c.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()
