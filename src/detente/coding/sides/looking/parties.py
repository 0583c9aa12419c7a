"""A token in, the parties that stand there and can be a side of what is told above it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from detente.coding.drafting.draft import Draft
from detente.coding.roles.belonging import is_lender
from detente.coding.roles.known import word_of
from detente.coding.roles.listed_states import state_of
from detente.coding.roles.mentions import Mention
from detente.coding.roles.no_side import is_matter
from detente.coding.roles.towns import is_city
from detente.coding.sides.looking.no_party import is_told_press, is_where_they_meet
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

BROUGHT, COURTS = ("at", "before", "in", "with"), "JUD"
PARTIES = ("state", "body", "person", "organisation", "group")
BRINGING, TO = "verbs of going to court", "to"  # the first a list of words
HOLDING, HYPHEN = "verbs of having taken", "-"  # the list of words
COMPLAINTS, BEFORE = "brought before others", ("to", "before", "with", "at", "in")
BODY, CHARGES = "organisation", "ACCUSE"  # the second a type
KEEPERS, DESCRIBING = frozenset({"COP", "JUD"}), ("relcl", "acl")  # sectors, labels


def _only_names_border(head: int, statuses: Statuses) -> bool:
    """ "a stronghold on the Sylvanian border", "near the Sylvanian frontier": where, and no party."""
    token = statuses.graph.doc[head]
    names = token.dep_ in ("amod", "compound", "nmod") and token.head.dep_ == "pobj"
    words = statuses.graph.words
    noun, before = token.head.lemma_.lower(), token.head.head.lower_
    on = before == "on" and noun in words["border nouns"]
    return names and (on or (before in words["location prepositions"] and noun in words["borders"]))


def keep_order_at_home(draft: Draft, statuses: Statuses) -> bool:
    """Police or courts who do what is done at home: whom they hold may have dealt with others, at whom it is not aimed."""
    kind, lexicon = draft.inner or draft.kind, statuses.lexicon
    if kind not in lexicon.domestic and kind not in lexicon.domestic_at_last:
        return False
    if lexicon.kinds[kind].type == CHARGES:  # "opened an inquiry into a massacre by Sylvanian guards"
        return False
    return bool(draft.actors) and all(KEEPERS & set(a.sectors) for a in draft.actors)


def is_told_of_those_held(side: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Police raided the homes of men said to have links with Sylvania"."""
    if not keep_order_at_home(draft, statuses):
        return False
    name = word_of(side, statuses.graph.doc)
    above = takewhile(lambda t: t.i != draft.head, name.ancestors if name is not None else ())
    return any(t.dep_ in DESCRIBING for t in above)


def is_venue(token: Token, mention: Mention | None, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Withdrew its case at the court", "takes the matter to the court": before whom it is brought, not against whom."""
    brought = token.dep_ == "pobj" and (
        token.head.lower_ in BROUGHT
        or (token.head.lower_ == TO and token.head.head.lemma_.lower() in words[BRINGING])
    )
    return brought and mention is not None and COURTS in mention.actor.sectors


def parties_at(head: int, statuses: Statuses) -> Iterator[Actor]:
    """Whose land it is counts for less than who holds it: "the vote in Ruritanian-occupied Zenda"."""
    mentions = statuses.mentions
    head = _holder(head, statuses)
    mention: Mention | None = mentions.actors.get(head) or mentions.modifiers.get(head)
    if mention is None and head not in mentions.places:
        return
    token = statuses.graph.doc[head]
    whole = token.head if token.dep_ in ("amod", "compound", "nmod") else token
    if whole.dep_ == "pobj" and whole.head.head.lemma_ in statuses.graph.words["bringing together"]:
        return  # "an exchange mediated by Sylvania", "by the Sylvanian government"
    if _only_brings_together(token, statuses.graph.words) or is_told_press(token, statuses.graph.words):
        return
    if _only_names_border(head, statuses) or is_matter(head, statuses.graph, mentions):
        return
    if is_where_they_meet(head, statuses.graph, mentions):
        return
    if is_venue(token, mention, statuses.graph.words) or is_lender(token, statuses.graph.words):
        return
    if token.dep_ == "compound" and token.head.pos_ == "PROPN" and is_city(head, mentions):
        return  # "the Strelsau Declaration": where it was made
    if mention is not None:
        if mention.kind in PARTIES:
            yield from (a for a in mention.several or (mention.actor,) if a.country or a.id or a.based)
    elif head in mentions.places and mentions.places[head].country:
        yield state_of(mentions.places[head])


def _only_brings_together(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """ "Walked out of Sylvanian-brokered talks with Graustark": Sylvania is none of those who talk."""
    if token.i + 2 >= len(token.doc) or token.nbor().text != HYPHEN:
        return False
    return token.nbor(2).lower_ in words["brokering participles"]


def _holder(land: int, statuses: Statuses) -> int:
    """Where the name of who holds a land stands before it; else the land."""
    for held in statuses.graph.doc[land].children:
        if (
            held.tag_ == "VBN"
            and held.i < land
            and held.lemma_ in statuses.graph.words[HOLDING]
            and held.i > 1
        ):
            name = held.i - 2
            if held.nbor(-1).text == HYPHEN and name in statuses.mentions.modifiers:
                return name
    return land


def courts_of(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """A lawsuit or complaint in, the courts and bodies before which it is brought out: none of them is a side.

    "Sylvania seized a ship. Ruritania said that it would complain to the World Trade Organization": of Sylvania.
    None for a draft of another kind.
    """
    if draft.kind not in statuses.lexicon.groups[COMPLAINTS]:
        return ()
    known = statuses.mentions.actors
    heads = statuses.graph.predicates[draft.head].heads(*BEFORE)
    return tuple(known[h].actor for h in heads if h in known and known[h].kind == BODY)
