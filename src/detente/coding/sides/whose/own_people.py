"""A draft whose deed falls on people of whom no table says whose they are in, those of the state that acts out.

"Ruritanian soldiers shot a farmer", "bishops in Strelsau spoke up for students": where the sentence names no other
state they are at home.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import classes_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.parties import HOLDING, HYPHEN
from detente.coding.sides.whose.domestic import AT_HOME, at_home_at_last
from detente.coding.sides.whose.own_state import DIRECTED
from detente.coding.standing.status import Statuses
from detente.records import Actor

STRUCK = ("object", "indirect", "at", "on", "against", "with", "to")
FALLS_ON = DIRECTED | {"AGREE", "SUPPORT"}  # types
PEOPLE = frozenset({"protester", "worker", "civilian", "journalist", "opponent"})  # classes of nouns
FROM_ABROAD, PRESS = "migrant", "journalist"
TELLING, REPROACH = "verbs of telling somebody", "ACCUSE"
AT_ODDS = frozenset({"OPP", "PTY", "LEG", "LAB", "REL", "JUD"})  # with those who govern them
RISEN = frozenset({"REB", "OPP"})  # against those who govern them
CIVIL, GROUP, PERSON = ("CVL",), "NSA:", "person:"
PRIVATE = frozenset({"BUS"})
ITS = ("its", "their")


def with_own_people(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with people named by a common noun as its recipients, if who acts is of the one state that is named."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type not in FALLS_ON:
        return draft
    lands = {a.country or a.based for a in draft.actors}
    if len(lands) != 1 or not countries_named(draft.head, statuses) <= lands:
        return draft
    holder = _who_holds_it(draft, statuses)
    if holder is not None and holder.country in lands:
        return replace(draft, recipients=(holder,))
    head = _who_is_struck(draft, statuses, blames=kind.type == REPROACH)
    if head is None:
        return draft
    country = lands.pop()
    if country is None or all(a.sectors and set(a.sectors) <= PRIVATE for a in draft.actors):
        return draft
    name = statuses.graph.doc[head].text
    return replace(draft, recipients=(Actor(name=name, country=country, sectors=CIVIL, inferred=AT_HOME),))


def _who_holds_it(draft: Draft, statuses: Statuses) -> Actor | None:
    """ "Shelled rebel-held villages": those who hold what is struck."""
    doc, holding = statuses.graph.doc, statuses.graph.words[HOLDING]
    for head in statuses.graph.predicates[draft.head].heads(*STRUCK):
        held = (c for c in doc[head].lefts if c.tag_ == "VBN" and c.lemma_ in holding and c.i > 1)
        for mention in (statuses.mentions.actors.get(c.i - 2) for c in held if doc[c.i - 1].text == HYPHEN):
            if mention is not None and set(mention.actor.sectors) & RISEN:
                return mention.actor
    return None


def with_rebels_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "Rebels cut the road to Klausenburg", "insurgents waylaid a convoy near Zenda": against their own state.

    Whom they hold or hurt by name may be of any.
    """
    if any((m.actor.id or "").startswith(GROUP) for m in statuses.mentions.actors.values()):
        return draft  # they may be that group
    nobodies = all(not (a.country or a.id or a.based) and set(a.sectors) & RISEN for a in draft.actors)
    lands = {r.country for r in draft.recipients}
    if any(r.inferred is None or (r.id or "").startswith(PERSON) for r in draft.recipients):
        return draft
    if not nobodies or len(lands) != 1 or not countries_named(draft.head, statuses) <= lands:
        return draft
    country = lands.pop()
    rebels = tuple(replace(a, country=country, inferred=AT_HOME) for a in draft.actors)
    return replace(draft, actors=rebels) if country else draft


def freed_at_home(draft: Draft, statuses: Statuses) -> Draft:
    """ "An opposition leader was let out of jail": by his own state, as far as his sentence names no other."""
    own = all(set(r.sectors) & AT_ODDS for r in draft.recipients)
    if not own or "actor" not in draft.needs:
        return draft
    return at_home_at_last(draft, statuses, statuses.lexicon.domestic_at_last)


def _who_is_struck(draft: Draft, statuses: Statuses, *, blames: bool) -> int | None:
    """The noun for people among what the predicate is done to; no people on the move, who may be anybody's."""
    graph, mentions = statuses.graph, statuses.mentions
    for head in graph.predicates[draft.head].heads(*STRUCK):
        token = graph.doc[head]
        if token.pos_ != "NOUN" or head in mentions.actors or head in mentions.unpolitical:
            continue
        classes = classes_of(graph.doc, head, statuses.lexicon)
        foreign = graph.words["words for what is not one's own"]
        if token.lemma_.lower() in graph.words["friends of states"] and any(
            c.lower_ in ITS for c in token.lefts
        ):
            continue  # "praised its ally"
        if blames and PRESS in classes and graph.doc[draft.head].lemma_ in graph.words[TELLING]:
            continue  # "told reporters that it was a provocation"
        if PEOPLE & classes and FROM_ABROAD not in classes and token.lemma_.lower() not in foreign:
            return head
    return None
