"""A pronoun in, who does with his own what the clause around it says out: "condemned Sylvania for closing its border".

So too what is said of a deed that is condemned: "condemned the raid, saying that it broke the truce".
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from detente.coding.actors.pointing.binding import BY_WHOM, OBJECTS
from detente.coding.roles.mentions import Mention
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

OWN = "own"
RELATIVE, ACTING = "relcl", ("it", "they")
BESIDE, OWNERS = ("advcl", "acl", "conj"), ("poss", "amod", "compound", "nmod")


def controlled(
    token: Token, actors: Container[int], own_doing: Collection[str], controlling: Collection[str]
) -> int | None:
    """Of "its" in "condemned Sylvania for closing its border", "the refusal of Sylvania to lift its ban", who does it:
    of what one does with what is one's own."""
    noun = token.head
    while noun.dep_ in ("pobj", "prep", "conj", "poss") and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head if noun.dep_ in OBJECTS else noun
    if token.dep_ != "poss" or verb.lemma_.lower() not in own_doing or any(_own_subjects(verb)):
        return None
    return next((t.i for t in _made_to(verb, controlling) if t.i < verb.i and t.i in actors), None)


def _own_subjects(verb: Token) -> Iterator[Token]:
    return (c for c in verb.lefts if c.dep_ in SUBJECTS)


def _made_to(verb: Token, controlling: Collection[str]) -> Iterator[Token]:
    """Who does what a gerund or an infinitive says, where that is not who acts around it."""
    while verb.dep_ == "xcomp":  # "for failing to lift its ban"
        verb = verb.head
    above = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from (c for c in above.lefts if c.dep_ == "poss")
        yield from (c for p in above.rights if p.lower_ in BY_WHOM and p.i < verb.i for c in p.rights)
    elif verb.dep_ == "pcomp" and above.lower_ in controlling:
        over = above.head
        over = over.head if over.dep_ in OBJECTS else over
        yield from (c for c in over.rights if c.dep_ in OBJECTS)


def is_of_the_wrong(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Condemned the raid, saying it broke the truce": "it" is what is condemned, and never who condemns it."""
    clause, saying = token.head, token.head.head
    told = token.dep_ == "nsubj" and clause.dep_ == "ccomp" and saying.tag_ == "VBG"
    beside = told and saying.dep_ in BESIDE and saying.lemma_.lower() in words["speech"]
    judged = beside and saying.head.lemma_.lower() in words["condemning"]
    return judged and clause.lemma_.lower() in words["wronging"]


def condemners(token: Token, words: Mapping[str, frozenset[str]]) -> Iterator[int]:
    """ "Ruritania warned Sylvania, which had condemned its missile test": nobody condemns what is his own deed."""
    verb, reflexive = token.head.head, token.i + 1 < token.head.i and token.nbor().lower_ == OWN
    deed = (
        token.dep_ == "poss"
        and token.head.dep_ in OBJECTS
        and token.head.lemma_.lower() in words["condemned"]
    )
    if not deed or reflexive or verb.lemma_.lower() not in words["condemning"]:
        return
    yield from (c.i for c in _own_subjects(verb))


def wrongdoer(token: Token, actors: Container[int]) -> int | None:
    """Who did what is condemned in the clause around, if he is named: "condemned Sylvania", "Sylvania's raid"."""
    verb = token.head.head.head
    for thing in (c for c in verb.rights if c.dep_ in OBJECTS and c.i < token.i):
        below = (c for mark in thing.rights if mark.lower_ in BY_WHOM for c in mark.rights)
        near = (thing, *(c for c in thing.lefts if c.dep_ in OWNERS), *below)
        return next((t.i for t in near if t.i in actors and t.i < token.i), None)
    return None


def sender(token: Token, actors: Mapping[int, Mention]) -> int | None:
    """ "Sylvania sent home attachés it accused of spying": who acts on another's people is who says so of them."""
    clause, noun = token.head, token.head.head
    gap = clause.dep_ == RELATIVE and not any(c.dep_ in OBJECTS for c in clause.rights)
    if token.lower_ not in ACTING or token.dep_ != "nsubj" or not gap or noun.dep_ not in OBJECTS:
        return None
    acting = next((c.i for c in noun.head.lefts if c.dep_ == "nsubj" and c.i in actors), None)
    if acting is None or noun.i not in actors:
        return None
    own, others = actors[acting].actor.country, actors[noun.i].actor.country
    return acting if own and others and own != others else None
