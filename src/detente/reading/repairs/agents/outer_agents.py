"""A parsed text in, the same with those named behind an inner word of a passive clause given to its verb out.

"Was criticised for its detention of reporters by Sylvania": whose detention it is stands before it already, so that who
is named behind it is who criticises. "Was scolded for dragging its feet by Sylvania": nobody's feet drag twice. "Was told
to leave by Sylvanian soldiers": they told.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

BY, MARKS, JOINED = "by", frozenset({"prep", "agent"}), frozenset({"conj"})
DOWNWARD = frozenset({"pobj", "pcomp", "prep", "dobj"})
OF_A_PLACE = frozenset({"in", "of"})
AGENT, WITHIN = "agent", ("in", "during", "after")
PASSIVE, OWNER, GERUND = "auxpass", "poss", "VBG"
INFINITIVE, TO = "xcomp", "aux"


def repair_outer_agents(
    doc: Doc, event_nouns: Collection[str], days: Collection[str], alone: Collection[str] = ()
) -> Doc:
    """The same document.

    event_nouns: the noun entries of all rules; days: names of days and months; alone: verbs without an object ("die").
    """
    for mark in doc.having(dep_=JOINED):
        if mark.lower_ == BY and mark.tag_ == "IN":
            _join(mark)
    for mark in doc.having(dep_=MARKS):
        if mark.lower_ != BY or not any(_is_somebody(c, days) for c in mark.rights):
            continue
        deed = _deed_before(mark, event_nouns, alone)
        if deed is not None:
            mark.hang(deed, "prep")
        else:
            way = _way_up(mark)
            if way and _is_passive(way[-1]) and not _acts_itself(way[:-1], event_nouns):
                mark.hang(way[-1], "agent")
    return doc


def _join(mark: Token) -> None:
    """ "Condemned by rights groups as a sham and by Strelsau as flawed": both condemned it."""
    verb = mark.head
    while verb.tag_ == "IN" and verb.head is not verb:
        verb = verb.head
    if any(c.dep_ == AGENT and c.i < mark.i for c in verb.rights):
        mark.hang(verb, AGENT)


def _deed_before(mark: Token, event_nouns: Collection[str], alone: Collection[str]) -> Token | None:
    """ "Died in the siege of Zenda by the army": nobody is died by, so that the siege was theirs."""
    verb = mark.head
    if (
        mark.dep_ != AGENT
        or verb.lemma_ not in alone
        or any(c.dep_ in (PASSIVE, "dobj") for c in verb.children)
    ):
        return None
    inside = (c for p in verb.rights if p.i < mark.i and p.lower_ in WITHIN for c in p.rights)
    deeds = [c for c in inside if c.dep_ == "pobj" and c.lemma_.lower() in event_nouns]
    return deeds[-1] if deeds else None


def _is_somebody(token: Token, days: Collection[str]) -> bool:
    """A name, or what is called by one ("Sylvanian officials", "the authorities in Strelsau")."""
    if token.dep_ != "pobj" or token.lower_ in days:
        return False
    return token.pos_ == "PROPN" or any(c.is_title for c in token.lefts) or _is_of_a_place(token)


def _is_of_a_place(noun: Token) -> bool:
    return any(c.pos_ == "PROPN" for mark in noun.rights if mark.lower_ in OF_A_PLACE for c in mark.rights)


def _way_up(mark: Token) -> list[Token]:
    """What the mark hangs on, and on what that hangs, up to the first word that is no complement of another."""
    way = [mark.head]
    while _goes_on(way[-1]) and way[-1].head.i < mark.i and way[-1].head.i != way[-1].i:
        way.append(way[-1].head)
    return way if len(way) > 1 else []


def _goes_on(word: Token) -> bool:
    return word.dep_ in DOWNWARD or _is_bidden(word)


def _is_bidden(verb: Token) -> bool:
    """ "Was told to leave": an infinitive of what somebody is to do himself, which nobody else does."""
    marks = {c.dep_ for c in verb.lefts}
    return verb.dep_ == INFINITIVE and verb.tag_ == "VB" and TO in marks and PASSIVE not in marks


def _is_passive(verb: Token) -> bool:
    marks = [c for c in verb.children if c.lower_ == BY]
    return verb.tag_ == "VBN" and any(c.dep_ == PASSIVE for c in verb.children) and not marks


def _acts_itself(inner: list[Token], event_nouns: Collection[str]) -> bool:
    """Whether the word before the mark is an act that who is named behind it can have done."""
    above = inner[0]
    if _is_bidden(above):
        return False
    if above.pos_ == "VERB":
        return above.tag_ != GERUND
    if _is_owned(above):
        return False
    act = above.lemma_.lower() in event_nouns
    return act or not any(t.tag_ == GERUND or _is_owned(t) for t in inner)


def _is_owned(noun: Token) -> bool:
    return any(c.dep_ == OWNER for c in noun.lefts)
