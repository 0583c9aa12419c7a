"""Lands that are only named for a way or a border: nobody there is hit."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import ANSWERS_FOR
from detente.coding.roles.belonging import only_lends, preposition_of
from detente.coding.roles.known import word_of
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token
from detente.records import Actor

_TO = frozenset({"to", "into", "for", "toward", "towards"})
_FROM = frozenset({"from"})
_ABOUT, _WHILE = ("relcl", "acl"), frozenset({"as", "while", "when"})
_HIT, _WITHIN, _THEY = ("dobj", "pobj", "nsubjpass"), ("xcomp", "pcomp"), "PRON"
_BY, _PREP, _CLAUSE, _NOUNS = "agent", "prep", "advcl", ("NOUN", "PROPN")
_GOING, _CARRYING, _WAYS, _HOME = "going verbs", "carrying verbs", "ways of those hit", "homeward"
_NEAR, _OWNING = frozenset({"near", "to", "along", "by", "from"}), ("amod", "compound", "nmod", "poss")
_ON = "on"
_CLOSE, _WITH, _BORDERS = frozenset({"close", "next", "far", "away"}), "with", "borders"
_ALONG, _UNOWNED = ("along", "near", "on", "to", "up to", "at", "across", "object"), ("det", "poss", "punct")
_EATING = "places to eat"
_MAKING = "verbs of making things"
_SPYING = "words of spying"


def is_way(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """A land named in a sentence in, whether those whom a deed hits were only on their way to it out.

    "Guards shot two villagers who tried to flee to Sylvania", "as they crossed into Sylvania", "a bus taking them to
    Sylvania", "on his way home from Sylvania": where they went tells nothing of whose they are, nor where it was.
    Whether it is the end of a journey that is told of those who are hit.
    """
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
    if clause.dep_ in _ABOUT:
        return clause.head.dep_ in _HIT and clause.head.head.dep_ != _BY
    return clause.dep_ == _CLAUSE and _is_theirs(clause)


def _is_theirs(clause: Token) -> bool:
    """ "As they tried to cross", "while fleeing"."""
    subjects = (c for c in clause.lefts if c.dep_ in SUBJECTS)
    return any(c.lower_ in _WHILE for c in clause.lefts) and all(c.pos_ == _THEY for c in subjects)


def names_border(token: Token, words: Mapping[str, frozenset[str]], *, on_too: bool = False) -> bool:
    """A land named in a sentence in, whether it only says which border is meant out.

    "Soldiers shot villagers near the Sylvanian border", "near the border with Sylvania": nobody of that land is hit there.
    "Near the Sylvanian border", "close to the frontier with Sylvania"; but not "on" it, where one may hit the other, unless
    that counts too.
    """
    border = token.head
    if token.dep_ == "pobj" and border.lower_ == _WITH:
        border = border.head
    elif token.dep_ not in _OWNING:
        return False
    if border.lemma_.lower() not in words[_BORDERS] or border.dep_ != "pobj":
        return False
    near = border.head
    beside = near.lower_ in _NEAR - {"to", "from"} or (on_too and near.lower_ == _ON)
    return beside or (near.lower_ in _NEAR and (near.head.lower_ in _CLOSE or near.nbor(-1).lower_ in _CLOSE))


def is_at_border(head: int, graph: Graph) -> bool:
    """ "Massed troops along the border": of whoever was told of before, unless it says of whom."""
    borders = (graph.doc[h] for name in _ALONG for h in graph.predicates[head].heads(name))
    return any(
        t.lemma_.lower() in graph.words[_BORDERS] and all(c.dep_ in _UNOWNED for c in t.children)
        for t in borders
    )


def is_not_hit(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it is where those who are hit were going, beside whose border they were, who made it or who backs them."""
    over = token.head
    if token.dep_ in _OWNING and over.lemma_.lower() in words[_EATING] and token.dep_ != "poss":
        return True  # "at a Sylvanian restaurant in Strelsau"
    made = any(t.dep_ in _ABOUT and t.lemma_.lower() in words[_MAKING] for t in token.ancestors)
    return made or is_way(token, words) or names_border(token, words) or only_lends(token, words)


def is_spied_for(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Jailed a man for spying for Sylvania": nothing was done to Sylvania."""
    phrase = token if token.dep_ == "pobj" else token.head  # "for Sylvania's secret service"
    return phrase.dep_ == "pobj" and phrase.head.head.lemma_.lower() in words[_SPYING]


def without_border(draft: Draft, statuses: Statuses) -> Draft:
    """The draft without those whom only a border stands for near which it was."""
    kept = tuple(r for r in draft.recipients if not _is_of_border(r, statuses))
    return draft if len(kept) == len(draft.recipients) else replace(draft, recipients=kept)


def _is_of_border(side: Actor, statuses: Statuses) -> bool:
    name = word_of(side, statuses.graph.doc) if ANSWERS_FOR.is_why(side.inferred) else None
    return name is not None and names_border(name, statuses.graph.words)
