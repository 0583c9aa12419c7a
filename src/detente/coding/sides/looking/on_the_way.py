"""A land named in a sentence in, whether those whom a deed hits were only on their way to it out.

"Guards shot two villagers who tried to flee to Sylvania", "as they crossed into Sylvania", "a bus taking them to
Sylvania", "on his way home from Sylvania": where they went tells nothing of whose they are, nor where it was.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.roles.belonging import preposition_of
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

_TO = frozenset({"to", "into", "for", "toward", "towards"})
_FROM = frozenset({"from"})
_ABOUT_THEM, _WHILE = ("relcl", "acl"), frozenset({"as", "while", "when"})
_HIT, _WITHIN, _THEY = ("dobj", "pobj", "nsubjpass"), ("xcomp", "pcomp"), "PRON"
_BY, _PREP, _CLAUSE, _NOUNS = "agent", "prep", "advcl", ("NOUN", "PROPN")
_GOING, _CARRYING, _WAYS, _HOME = "going verbs", "carrying verbs", "ways of those hit", "homeward"


def is_way(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is the end of a journey that is told of those who are hit."""
    preposition = preposition_of(token)
    if preposition is None:
        return False
    over = preposition.head
    if preposition.lower_ in _FROM:  # "on his way home from Sylvania", "returning from it"
        return over.lower_ in words[_HOME] and _is_told_of_them(over, words)
    if preposition.lower_ not in _TO:
        return False
    ways = words[_WAYS]
    if over.pos_ not in _NOUNS:  # "troops with armour cross into Sylvania", if the cross is read as a noun
        ways = ways | words[_GOING] | words[_CARRYING]
    return over.lemma_.lower() in ways and _is_told_of_them(over, words)


def _is_told_of_them(word: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word that tells of a journey stands in what is said of an object, and not of whoever acts."""
    if word.lower_ in words[_HOME] and word.pos_ == "ADV":
        word = word.head
    if word.pos_ in _NOUNS:
        return word.dep_ == "dobj" or (word.dep_ == "pobj" and word.head.dep_ == _PREP)
    clause = next((t for t in (word, *word.ancestors) if t.dep_ not in _WITHIN and t.dep_ != _PREP), word)
    if clause.dep_ in _ABOUT_THEM:
        return clause.head.dep_ in _HIT and clause.head.head.dep_ != _BY
    return clause.dep_ == _CLAUSE and _is_theirs(clause)


def _is_theirs(clause: Token) -> bool:
    """ "As they tried to cross", "while fleeing"."""
    subjects = (c for c in clause.lefts if c.dep_ in SUBJECTS)
    return any(c.lower_ in _WHILE for c in clause.lefts) and all(c.pos_ == _THEY for c in subjects)
