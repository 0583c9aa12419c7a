"""The tests that rules put to an actor: what sort it is, and whether it is of another state than who does the verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from detente.coding.roles.mentions import Mention, Mentions
from detente.ids import is_group, is_organisation
from detente.reading.graph.phrases import referent
from detente.reading.tokens import Token

ARMED = "armed"
ASIDE = "parataxis"
BEFORE_NOUN = ("compound", "amod", "nmod")
SHARING = frozenset({"conj", "pcomp", "xcomp", "advcl"})  # with the verb above
FIGHTING = frozenset({"REB", "UAF", "PRM", "CRM"})
FORCES, FIRM = frozenset({"MIL", "PRM"}), "BUS"
OF_A_STATE_OF_ITS_OWN = frozenset({"GOV", "PRE"})  # of a group that rules a land


def _is_foreign(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """ "told the Sylvanian premier to", but not "told his own premier to"; "said that it was broken by Sylvania"."""
    done = token.head.head if token.head.dep_ == "agent" else token.head if token.dep_ == "nsubj" else None
    verb = token.head if done is None else _verb_over(done)  # "ordered Sylvanians to leave"
    acting = [mentions.actors[d.i].actor for d in _doers(verb, token) if d.i in mentions.actors]
    theirs = {key for a in acting for key in (a.country, a.id) if key}
    own = {mention.actor.country, mention.actor.id} - {None}
    return bool(theirs and own) and theirs.isdisjoint(own)


def _verb_over(verb: Token) -> Token:
    """ "Sylvania, the king said, was arming" as "the king said that Sylvania was arming"."""
    return next((c for c in verb.children if c.dep_ == ASIDE), verb.head)


def _doers(verb: Token, token: Token) -> list[Token]:
    """Who does the verb, said with it or with one above: "answered by telling Sylvania", "decided to order them out"."""
    for outer in (verb, *verb.ancestors):
        doers = [referent(c) for c in outer.children if c.dep_ == "nsubj" and c.i != token.i]
        doers += [g for c in outer.children if c.dep_ == "agent" for g in c.children]
        if doers or not (outer.dep_ in SHARING or outer.pos_ == "ADP" or outer.dep_ == "npadvmod"):
            return doers
        to_do = outer.dep_ == "xcomp" or any(c.tag_ == "TO" for c in outer.lefts)
        if to_do and any(c.dep_ in ("dobj", "dative") for c in outer.head.children):
            return []  # "asked the king to order them out"
    return []


def _is_actor(mention: Mention, token: Token, mentions: Mentions) -> bool:
    return mention.kind != "outlet"


def _is_armed(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """Whether it is an armed group or one of its people, under whatever name."""
    return not FIGHTING.isdisjoint(mention.actor.sectors)


def _is_forces(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """An army or a part of it, or those who fight beside it, under whatever name."""
    return not FORCES.isdisjoint(mention.actor.sectors) and mention.kind != "person"


def is_of_armed_group(noun: Token, mentions: Mentions) -> bool:
    """ "Black Eagles members": no mere civilians."""
    named = (mentions.modifiers.get(c.i) for c in noun.lefts if c.dep_ in BEFORE_NOUN)
    return any(
        m is not None and is_group(m.actor.id) and not FIGHTING.isdisjoint(m.actor.sectors) for m in named
    )


def _is_people(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """ "Two Sylvanians", "Kurds": people of whom only the state or the nation is told."""
    return mention.kind in ("state", "group") and mention.actor.sectors == ("CVL",)


def _is_international(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """An organisation of states, or its leaders, ministers and members."""
    return is_organisation(mention.actor.id)


def _is_firm(mention: Mention, token: Token, mentions: Mentions) -> bool:
    return mention.kind == "group" and FIRM in mention.actor.sectors


def _is_state(mention: Mention, token: Token, mentions: Mentions) -> bool:
    """A state, or the land of a group that says it is one: "recognised Abkhazia"."""
    return mention.kind == "state" or (
        mention.kind == "group" and set(mention.actor.sectors) >= OF_A_STATE_OF_ITS_OWN
    )


def _of_kind(kind: str) -> Callable[[Mention, Token, Mentions], bool]:
    return lambda mention, token, mentions: mention.kind == kind


MENTIONED: Mapping[str, Callable[[Mention, Token, Mentions], bool]] = {
    "actor": _is_actor,
    ARMED: _is_armed,
    "forces": _is_forces,
    "foreign": _is_foreign,
    "international": _is_international,
    "people": _is_people,
    "firm": _is_firm,
    "state": _is_state,
    **{kind: _of_kind(kind) for kind in ("person", "organisation", "group", "outlet")},
}


def is_surname(token: Token, mentions: Mentions) -> bool:
    """ "Susan Rice reached Zenda": a person's name is no word, whatever it means."""
    mention = mentions.actors.get(token.i)
    return (
        mention is not None
        and mention.kind == "person"
        and token.pos_ == "PROPN"
        and token.text in mention.actor.name.split()
    )
