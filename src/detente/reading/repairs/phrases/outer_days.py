"""A parsed text in, days and towns that were hung on a word inside what they are of hung on that out.

"Held talks mediated by Graustark in Edelweiss on Monday": the talks were there and then. "Rejected a proposal for a truce
on Monday": it was rejected on that day.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

PARTICIPLE, BESIDE, AGENT = frozenset({"VBN"}), "acl", "agent"
ON, WHERE, PHRASE, WITHIN = frozenset({"on"}), ("in", "at"), "prep", "pobj"
OBJECT, PARTICLE, ALONE, PAST = "dobj", "prt", "npadvmod", "VBD"


def repair_brokered(
    doc: Doc, brokering: Collection[str], meeting: Collection[str], days: Collection[str]
) -> Doc:
    """The same document. brokering: "hosted", "mediated"; meeting: verbs of what was brokered; days: their names."""
    for participle in doc.having(lower_=brokering):
        agent = next((c for c in participle.rights if c.dep_ == AGENT), None)
        if participle.tag_ not in PARTICIPLE or participle.dep_ != BESIDE or agent is None:
            continue
        noun = participle.head
        who = next((c for c in agent.rights if c.dep_ == WITHIN), agent)
        for phrase in [c for word in (participle, who) for c in word.rights if c.i > agent.i]:
            if phrase.dep_ == PHRASE and phrase.lower_ in WHERE and _names(phrase, days) is False:
                phrase.hang(noun, PHRASE)
            elif (verb := _held(noun, meeting)) is not None and _is_day(phrase, days):
                phrase.hang(verb, phrase.dep_)
    return doc


def repair_answered(
    doc: Doc, answering: Collection[str], proposals: Collection[str], days: Collection[str]
) -> Doc:
    """The same document. answering: "reject", "accept"; proposals: nouns of what is answered; days: their names."""
    for on in doc.having(lower_=ON):
        inner = on.head
        if inner.dep_ != WITHIN or not _is_day(on, days):
            continue
        proposal = inner
        while proposal.dep_ in (WITHIN, PHRASE):
            proposal = proposal.head
        verb = proposal.head
        asked = proposal.dep_ == OBJECT and proposal.lemma_.lower() in proposals and verb.tag_ == PAST
        if asked and _called(verb) in answering and not any(_is_day(c, days) for c in verb.children):
            on.hang(verb, PHRASE)
    return doc


def _called(verb: Token) -> str:
    """ "turn down"."""
    return " ".join((verb.lemma_.lower(), *(c.lower_ for c in verb.rights if c.dep_ == PARTICLE)))


def _held(noun: Token, meeting: Collection[str]) -> Token | None:
    """The verb that says that it is held or made: "held talks", "met at a summit"."""
    above = noun.head.head if noun.dep_ == WITHIN else noun.head
    held = noun.dep_ in (OBJECT, WITHIN) and above.i < noun.i
    return above if held and above.lemma_.lower() in meeting else None


def _is_day(phrase: Token, days: Collection[str]) -> bool:
    """ "On Monday", "next week"."""
    if phrase.dep_ == ALONE:
        return phrase.lower_ in days
    return phrase.lower_ in ON and _names(phrase, days) is True


def _names(phrase: Token, days: Collection[str]) -> bool | None:
    """Whether a day stands behind the preposition; None where nothing does."""
    held = next((c for c in phrase.rights if c.dep_ == WITHIN), None)
    return None if held is None else held.lower_ in days
