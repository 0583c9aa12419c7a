"""A state named in a sentence in, whether it only stands by in what is done there out: a place, a guest, a mediator."""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.roles.belonging import only_lends
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.no_side import is_within_resolve
from detente.coding.roles.towns import is_city
from detente.coding.sides.nearby.joined import is_joined
from detente.reading.graph import Graph
from detente.reading.tokens import Token

AHEAD = "ahead"
MET_IN = ("in", "at")
MODIFYING, HEARERS, CONTENT = ("amod", "compound", "nmod", "poss"), ("dobj", "dative"), ("ccomp", "parataxis")
WAYS = ("to", "from", "via", "toward", "towards", "for")  # "a drone that was heading for Sylvania"


def is_no_party(token: Token, head: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it only visits, is still to come, lends, mediates or hears of it; head: of the act."""
    return (
        only_lends(token, words)
        or is_told_press(token, words)
        or _is_visited(token, head, words)
        or is_backer(token, words)
        or is_joined(token, words)
        or is_within_resolve(token, head, words)
    )


def is_told_press(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Told a Graustarkian paper that he had been held": to whose press it is said is no land that it is about."""
    heard = token
    while heard.dep_ in MODIFYING and heard.head.i != heard.i:
        heard = heard.head
    called = {heard.lemma_.lower(), *(c.lemma_.lower() for c in heard.lefts if c.dep_ in MODIFYING)}
    if heard.dep_ not in HEARERS or called.isdisjoint(words["press that is told"]):
        return False
    return any(c.dep_ in CONTENT and c.i != heard.i for c in heard.head.children)


def is_backer(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Rebels backed by Sylvania seized a town": who only stands behind those who act."""
    by = token.head
    behind = by.head if token.dep_ == "pobj" and by.lower_ == "by" else None
    if behind is None or behind.tag_ != "VBN" or behind.lemma_.lower() not in words["backing verbs"]:
        return False
    return behind.dep_ == "acl" or (behind.dep_ == "advcl" and behind.doc[behind.i - 1].text == ",")


def only_where(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "in neighbouring Sylvania", "on the Sylvanian border": where something is, or where who reports it is.

    So too "Sylvanian-backed rebels", and Sylvania in "in Klausenburg, Sylvania", "in Ruritania and Sylvania".
    """
    if token.i + 2 < len(token.doc) and token.nbor().text == "-" and token.nbor(2).is_lower:
        return True  # "a Sylvanian-style law"
    if (
        token.dep_ in ("amod", "compound", "nmod", "poss")
        and token.head.lemma_.lower() in words["border nouns"]
    ):
        return True
    while token.dep_ in ("appos", "conj") and token.pos_ == token.head.pos_ == "PROPN":
        token = token.head
    if token.dep_ != "pobj":
        return False
    way = token.head.lower_ in WAYS and token.head.head.lemma_ in words["carrying verbs"]
    return way or token.head.lower_ in words["location prepositions"]  # "a ship carrying grain to Sylvania"


def is_where_they_meet(head: int, graph: Graph, mentions: Mentions) -> bool:
    """ "Quit the Vienna talks", "a truce signed in Vienna": a town, be it a capital that else stands for its government."""
    token = graph.doc[head]
    within = token.dep_ == "pobj" and token.head.lower_ in MET_IN
    above = token.head.head if within else token.head
    named = within or token.dep_ in ("compound", "nmod")
    met = above.pos_ == "NOUN" and above.lemma_.lower() in graph.words["talks in a town"]
    agreed = within and above.dep_ == "acl" and above.lemma_.lower() in graph.words["agreed on in a town"]
    return ((named and met) or agreed) and is_city(head, mentions)


def _is_visited(token: Token, head: int, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Cutting short a tour of Sylvania, he spoke of terrorism": where he was is not at whom it is aimed."""
    noun = token.head.head if token.dep_ == "pobj" else token.head
    return (
        noun.i != head
        and token.dep_ in ("pobj", "poss", "compound")
        and noun.lemma_.lower() in words["visit nouns"]
    )
