"""A protest at the house or flag of a foreign state by a crowd of no known land in, the land told of before as theirs out.

"Soldiers toppled the king of Ruritania. A crowd gathered outside the Sylvanian embassy": they are Ruritanians. So are
those who "ransacked the Strelsau office of a Sylvanian airline".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import STANDS_FOR, only_because
from detente.coding.roles.roles import is_city
from detente.coding.sides.crowds.crowds_ask import land_of_protest
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.looking.opponents import opponents
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.sides.whose.domestic import CIVILIANS, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

AT, INSIDE, NAMING = (
    ("object", "at", "outside", "into", "on", "in", "to"),
    ("in", "of"),
    ("compound", "nmod", "amod"),
)
WHERE = ("in", "of", "at", "near", "outside", "on")
PARTS_OF_PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "SCONJ")
STANDS = "where the crowd is"
BACK = 2  # sentences that are looked back over
SIGNS, PARTS = "houses and signs of a state", "parts of a land"  # lists of words
LAND, AIM = "the land that the text tells of", "at whose house or flag it is"


def with_land_of_crowd(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; nothing where the sentence names another land, or says who they are."""
    if any(a.country or a.id or a.based for a in draft.actors):
        return draft
    lands = set(_stood_in(draft, statuses))
    if len(lands) == 1 and draft.recipients and lands.isdisjoint(r.country for r in draft.recipients):
        return replace(draft, actors=(side_at_home(lands.pop(), CIVILIANS, STANDS),))
    hosts = {a.country: a for a in _whose_signs(draft, statuses)}
    if len(hosts) != 1:
        return draft
    foreign = set(hosts)
    land = _where(draft, foreign, statuses) or _land(draft, drafts, foreign, statuses)
    others = {r.country for r in draft.recipients} | countries_named(draft.head, statuses)
    if land is None or others - foreign - {None, land}:
        return draft
    aim = only_because(hosts.values(), AIM)
    known = draft.recipients if any(r.country for r in draft.recipients) else aim
    return replace(draft, actors=(side_at_home(land, CIVILIANS, LAND),), recipients=known)


def _stood_in(draft: Draft, statuses: Statuses) -> Iterator[str]:
    """ "Crowds in the Sylvanian capital", "the Strelsau office of an airline", "a bank in Strelsau": where they do it."""
    graph, mentions = statuses.graph, statuses.mentions
    near, capitals = graph.predicates[draft.head].heads("subject", *AT), graph.words["capital nouns"]
    for head in (t for h in near for t in _below(graph.doc[h])):
        above = head.head
        inside = head.dep_ in NAMING or (above.dep_ == "prep" and above.lower_ in INSIDE)
        place = mentions.places.get(head.i)
        if place is not None and place.country and inside and is_city(head.i, mentions):
            yield place.country
        elif above.lemma_.lower() in capitals and above.dep_ == "pobj" and above.head.lower_ in INSIDE:
            mention = mentions.modifiers.get(head.i) or mentions.actors.get(head.i)
            yield from [mention.actor.country] if mention and mention.actor.country else []


def _below(noun: Token) -> Iterator[Token]:
    """A noun and all that tells what or where it is, without what is said of it in a clause."""
    yield noun
    for child in noun.children:
        if child.pos_ in PARTS_OF_PHRASE and (child.dep_ != "prep" or child.lower_ in WHERE):
            yield from _below(child)


def _whose_signs(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """The states whose embassy, base or flag the sentence names."""
    mentions, words = statuses.mentions, statuses.graph.words[SIGNS]
    for token in statuses.graph.doc[draft.head].sent:
        if token.lemma_.lower() not in words:
            continue
        for i in (token.i, *(c.i for c in token.lefts)):
            mention = mentions.modifiers.get(i) or mentions.actors.get(i)
            if mention is not None and mention.actor.country and _is_said(mention.actor):
                yield mention.actor
                break


def _is_said(actor: Actor) -> bool:
    """ "The Sylvanian embassy", "its embassy"; whose "the embassy" is nobody says."""
    return actor.inferred is None or STANDS_FOR.is_why(actor.inferred)


def _where(draft: Draft, foreign: set[str | None], statuses: Statuses) -> str | None:
    """ "At a French base outside Ruritania's capital": there."""
    doc, words = statuses.graph.doc, statuses.graph.words[PARTS]
    for i, mention in statuses.named.mentions(doc[draft.head].sent.start):
        country, above = mention.actor.country, doc[i].head
        if country not in {None, *foreign} and doc[i].dep_ == "poss" and above.lemma_.lower() in words:
            return country
    return None


def _land(draft: Draft, drafts: Sequence[Draft], foreign: set[str | None], statuses: Statuses) -> str | None:
    """Of those who were just at odds with the owner, else who was last told of; else what the text is about."""
    before = told_in_sentences_before(draft, drafts, statuses, BACK)
    foes = {a.country for a in opponents(before, foreign) if a.country}
    if len(foes) == 1:
        return foes.pop()
    for other in reversed(before):
        sides = (*other.actors, *other.recipients)
        known = {a.country for a in sides if a.country} or land_of_protest(other, statuses)
        lands = known - foreign
        if len(lands) == 1:
            return next(iter(lands))
    matter = Matter(drafts, statuses)
    rest = matter.pair - foreign
    one = next(iter(rest)) if len(rest) == 1 and len(matter.pair) > 1 else None
    return one if one is not None and matter.actors[one].country else None
