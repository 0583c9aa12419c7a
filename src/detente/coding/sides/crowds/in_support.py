"""A protest that its words call one for another land in, a rally of support with that land as its other side out.

"Thousands rallied in Strelsau in solidarity with Sylvania", "marched to show support for it", "a pro-Sylvanian march".
"Supporters of Sylvania" who march in another land are of that land.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.mentions import Mention
from detente.coding.roles.roles import actors_at, distinct
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.reading.tokens import Token
from detente.records import Actor, Place

RALLIES, FOR_OTHERS = frozenset({"protest", "demonstration"}), "rally of support"  # kinds
CLAUSES, WHOM = ("purpose", "participle", "clause"), ("with", "for", "of", "to")
BACKERS, OF, NAMING = "backers of a land", "of", ("compound", "nmod")
BESIDE = ("object", "with", "by", "beside", "alongside", "behind")  # "to stand with the people of Sylvania"


def as_rally_for_others(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; those who rally at home for one of their own are as they are, and who are against somebody."""
    if statuses.graph.predicates[draft.head].has("against"):
        return draft
    backed = distinct(a for a in _backed(draft, statuses) if a.country or a.id)
    place, _ = place_of(draft, statuses)
    if not backed:
        return _of_its_place(draft, place, statuses)
    home = {a.country for a in draft.actors} | {place.country if place is not None else None}
    if home == {None} or any(a.country in home for a in backed):
        return draft
    own = () if all(a.country is None and a.id is None for a in draft.actors) else draft.actors
    return replace(draft, kind=FOR_OTHERS, actors=own, recipients=backed, needs=())


def _of_its_place(draft: Draft, place: Place | None, statuses: Statuses) -> Draft:
    """ "Supporters of Sylvania gathered in Strelsau": Ruritanians, as far as anybody says."""
    graph, mentions = statuses.graph, statuses.mentions
    crowd = graph.predicates[draft.head].heads("subject")
    heads = [
        t for h in crowd for t in (graph.doc[h], *_counted(graph.doc[h])) if t.lemma_ in graph.words[BACKERS]
    ]
    if place is None or place.country is None or not heads:
        return draft
    whose = {c.i for t in heads for c in t.children if c.dep_ in NAMING}
    whose |= {c.i for t in heads for of in t.rights if of.lower_ == OF for c in of.rights}
    lands = {
        m.actor.country
        for i in whose
        if (m := mentions.actors.get(i) or mentions.modifiers.get(i)) and _is_land(m)
    }
    own = {a.country for a in draft.actors}
    return replace(draft, actors=()) if own and own <= lands - {place.country} else draft


def _counted(noun: Token) -> Iterator[Token]:
    """ "Thousands of supporters"."""
    yield from (c for of in noun.rights if of.lower_ == OF for c in of.rights)


def _is_land(mention: Mention) -> bool:
    return mention.kind == "state" and mention.actor.id == mention.actor.country


def _backed(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """Whom its words of support name, or what stands before the crowd or the march after "pro-"."""
    graph, mentions = statuses.graph, statuses.mentions
    own = graph.at(graph.with_carrier(draft.head))
    clauses = [graph.predicates[h] for p in own for h in p.heads(*CLAUSES) if h in graph.predicates]
    for predicate in (*own, *clauses):
        for head in predicate.heads("in", *(("object",) if predicate in clauses else ())):
            noun = graph.predicates.get(head)
            if graph.doc[head].lemma_ in graph.words["words of support"]:
                yield from actors_at(WHOM, noun, graph, mentions) if noun is not None else ()
                yield from actors_at(WHOM, predicate, graph, mentions)
    for predicate in clauses:
        if predicate.lemma in graph.words["verbs of standing by"]:
            yield from actors_at(BESIDE, predicate, graph, mentions)
    crowd = {h for p in own for h in (p.head, *p.heads("subject"))}
    yield from (m.actor for i, m in mentions.favoured.items() if graph.doc[i].head.i in crowd)
