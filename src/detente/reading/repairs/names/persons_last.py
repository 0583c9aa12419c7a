"""A noun behind the names of places in, the same given back to whom the sentence tells of out.

"Arrested a suspect in a raid on Zenda, Ruritania, a Sylvanian man": the man is the suspect, and no part of Ruritania.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Token

APPOSED, NAME, ARTICLES, COMMA = "appos", "PROPN", ("a", "an"), ","
WITHIN = frozenset({"pobj", "conj", "appos", "prep", "compound"})
WHOM = ("dobj", "nsubjpass")


def read_last_person(noun: Token, people: Collection[str]) -> None:
    """people: nouns of those who may be held or freed."""
    place, first = noun.head, noun.left_edge
    if noun.dep_ != APPOSED or place.pos_ != NAME or noun.lemma_.lower() not in people:
        return
    if first.lower_ not in ARTICLES or first.i == 0 or noun.doc[first.i - 1].text != COMMA:
        return
    whom = _told_of(place)
    if whom is not None and whom.lemma_.lower() in people and whom.i < place.i:
        noun.hang(whom, APPOSED)


def _told_of(place: Token) -> Token | None:
    """The noun under which the place stands, or whom its verb is done to."""
    word = place
    while word.dep_ in WITHIN and word.head is not word:
        if word.head.dep_ in WHOM:
            return word.head
        word = word.head
    over = word if word.pos_ == "VERB" else word.head
    return next((c for c in over.children if c.dep_ in WHOM), None)
