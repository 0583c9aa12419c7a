"""A parsed text in, who did a deed that a noun tells, and whom it was done to, given to that noun out."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

BY, MARKS, NOUNS = "by", frozenset({"prep", "agent"}), frozenset({"NOUN"})
STOPS = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", ",", ":", "``", "''"})
PASSIVE, PARTICIPLE = "auxpass", ("VBN", "VBD")
OWNED = "poss"
AIMED = frozenset({"of", "on", "to", "against", "with", "for", "in", "into", "over", "at", "from"})
FARTHEST = 18  # words from the deed to who did it
OF, BEFORE_WHOM, NAMES = "of", ("prep", "agent"), ("NNP", "NNPS")
DOERS = (*NAMES, "NNS")
WAYS = ("to", "from")
OBJECT, COMMON = "pobj", ("NN", "NNS")


def repair_deeds_by(
    doc: Doc,
    event_nouns: Collection[str],
    days: Collection[str],
    works: Collection[str],
) -> Doc:
    """The same document.

    event_nouns: nouns of deeds; days: names of days and months; works: nouns of what somebody made ("report").
    """
    for mark in doc.having(dep_=MARKS):
        if mark.lower_ != BY or not mark.i or not any(_is_somebody(c, days) for c in mark.rights):
            continue
        above = mark.head
        if above.lemma_.lower() in works or _is_deed(above, event_nouns, days) or _is_done_by(above, mark):
            continue
        deed = _deed_before(mark, event_nouns, days, works) or _deed_beside(mark, event_nouns, days)
        if deed is not None:
            mark.hang(deed, "prep")
    return doc


def _is_done_by(verb: Token, mark: Token) -> bool:
    """ "Was seized by", "ships operated by", "by doing so": the mark is the verb's own."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    passive = any(c.dep_ == PASSIVE for c in verb.children)
    reduced = verb.tag_ in PARTICIPLE and verb.dep_ in ("acl", "relcl", "advcl", "amod")
    return passive or reduced or verb.i + 1 == mark.i


def _deed_before(
    mark: Token, event_nouns: Collection[str], days: Collection[str], works: Collection[str]
) -> Token | None:
    """The nearest noun of a deed that says whom it was done to and not by whom, in the same part of the clause."""
    for token in mark.doc[max(0, mark.i - FARTHEST) : mark.i][::-1]:
        if token.tag_ in STOPS or token.lower_ == BY or token.lemma_.lower() in works:
            return None
        if token.tag_ == "VBN" and token.pos_ == "VERB" and token.dep_ != "amod":
            return None
        if _is_deed(token, event_nouns, days) and token.nbor().lower_ in AIMED:
            return token
    return None


def _deed_beside(mark: Token, event_nouns: Collection[str], days: Collection[str]) -> Token | None:
    """ "Condemned a blockade and cyberattack by the army": what stands before it, under a verb that is no passive."""
    before = mark.nbor(-1)
    under = before.dep_ in ("dobj", "conj") and mark.dep_ == "agent" and before.i > mark.head.i
    return before if under and _is_deed(before, event_nouns, days) else None


def _is_deed(noun: Token, event_nouns: Collection[str], days: Collection[str]) -> bool:
    if noun.pos_ not in NOUNS or noun.lemma_.lower() not in event_nouns:
        return False
    return not any(c.dep_ == OWNED and c.lower_ not in days for c in noun.lefts) and not any(
        c.dep_ == "amod" and c.is_title for c in noun.lefts
    )


def _is_somebody(token: Token, days: Collection[str]) -> bool:
    """A name or people, "the Sylvanian army", "a court in Strelsau"; not "by 300 votes", "by Monday"."""
    if token.dep_ != "pobj" or token.lower_ in days:
        return False
    named = any(t.pos_ == "PROPN" or t.is_title for t in token.subtree if t.lower_ not in days)
    counted = any(c.dep_ == "nummod" for c in token.lefts)
    return named or (token.tag_ == "NNS" and not counted)


def repair_done_by_to(doc: Doc, deeds: frozenset[str], forces: Collection[str]) -> Doc:
    """The same document. deeds: nouns of what is done to somebody ("seizure"); forces: bodies that do it ("army")."""
    for by in doc.having(lower_=(BY,), dep_=BEFORE_WHOM):
        deed = by.nbor(-1) if by.i else by
        if deeds.isdisjoint((deed.lemma_.lower(), deed.lower_)) or any(
            c.dep_ == "auxpass" for c in deed.lefts
        ):
            continue  # "calls were not returned by the ministry of mines"
        objects = (c for c in by.rights if c.dep_ == "pobj")
        doer = next((c for c in objects if c.tag_ in DOERS or c.lemma_.lower() in forces), None)
        of = next((c for c in doer.rights if c.lower_ == OF), None) if doer is not None else None
        whom = next(iter(of.rights), None) if of is not None else None
        if doer is None or of is None or whom is None or _is_of_them(whom):
            continue
        by.hang(deed, "prep")
        of.hang(deed, "prep")
        for way in [c for c in deed.head.rights if c.dep_ == "prep" and c.lower_ in WAYS]:
            if deed.dep_ == "dobj" and way.i == of.right_edge.i + 1:
                way.hang(deed, "prep")  # "condemned the dispatch by it of troops to the border"
    return doc


def _is_of_them(whom: Token) -> bool:
    """ "By rebels of the Red Dawn", "by the Republic of Sylvania": whose they are."""
    return whom.tag_ in NAMES and not any(c.dep_ in ("nummod", "amod") for c in whom.lefts)


def give_to_inner_event(preposition: Token, event_nouns: frozenset[str]) -> None:
    """Hang a "with" on the event right before it. event_nouns: the noun entries of all rules."""
    over = preposition.head
    if preposition.i == preposition.sent.start or over.tag_ not in COMMON:
        return
    event = preposition.nbor(-1)
    within = event.dep_ == OBJECT and event.head.lower_ == OF and event.head.head is over
    if within and event.tag_ in COMMON and event.lemma_.lower() in event_nouns:
        preposition.hang(event, "prep")
