"""A parsed text in, the same with those named behind the object of an active verb given to that object out.

"The army repelled an offensive by Sylvanian forces", "stopped a raid by rebels", "detected an incursion into its waters by
rebels": nobody is repelled by two, so that the offensive is theirs.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

BY, MARKS, OBJECT = "by", frozenset({"prep", "agent"}), "dobj"
PASSIVE, COUNT, PARTICIPLE = ("auxpass", "nsubjpass"), "nummod", "VBN"
NEAR = 3  # words: "into its waters to date by"
GOAL, AIMED = "pobj", ("into", "on", "over", "against", "across", "of", "in", "at", "near", "inside")
VERBS, PEOPLE = ("VERB",), ("NNS", "NNPS", "NNP")


def repair_inner_agents(doc: Doc, event_nouns: Collection[str], days: Collection[str]) -> Doc:
    """The same document; `event_nouns` are the noun entries of all rules, `days` names of days and months."""
    for mark in doc.having(dep_=MARKS):
        if mark.lower_ != BY or not mark.i or not any(_is_somebody(c, days) for c in mark.rights):
            continue
        verb, event = mark.head, mark.nbor(-1)
        own = event.dep_ == OBJECT and event.head.i == verb.i and event.lemma_.lower() in event_nouns
        if own and _is_active(verb):
            mark.hang(event, "prep")
        elif not own:
            _give_beyond_goal(mark, event_nouns)
    return doc


def _give_beyond_goal(mark: Token, event_nouns: Collection[str]) -> None:
    """Where what it is aimed at stands between the two: "an incursion into its waters by"."""
    below = mark.head
    inner = below.dep_ == GOAL and below.head.dep_ == "prep" and below.lemma_.lower() not in event_nouns
    verb = below.head.head if inner else below
    event = next((c for c in verb.rights if c.dep_ == OBJECT and c.lemma_.lower() in event_nouns), None)
    if event is None or not _is_active(verb) or event.i + 1 >= mark.i:
        return
    aim = event.nbor()
    if aim.lower_ in AIMED and aim.head in (verb, event) and aim.right_edge.i >= mark.i - NEAR:
        aim.hang(event, "prep")
        mark.hang(event, "prep")


def _is_somebody(token: Token, days: Collection[str]) -> bool:
    """A name or people; "by months", "by 300 soldiers" say how much, but not "by two Sylvanian jets"."""
    counted = any(c.dep_ == COUNT for c in token.lefts) and not any(c.is_title for c in token.lefts)
    return token.dep_ == "pobj" and token.tag_ in PEOPLE and not counted and token.lower_ not in days


def _is_active(verb: Token) -> bool:
    passive = any(c.dep_ in PASSIVE for c in verb.children)
    reduced = verb.tag_ == PARTICIPLE and not any(c.dep_ == "aux" for c in verb.children)
    return verb.pos_ in VERBS and not passive and not reduced
