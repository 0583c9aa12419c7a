"""An order to leave by rulers of whom it is not said where they rule in, those whose land is left as who gives it out.

"Ruritania withdraws its men from Sylvania after the junta told them to go", "diplomats left Strelsau after the foreign
ministry ordered them out", "expelled by the junta, they flew home from Strelsau": it is they who govern there, and
those who leave are whom they told to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import actors_at, distinct, sides
from detente.coding.sides.whose.domestic import RULERS, side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

DRIVEN = ("after", "as", "when", "because", "since", "participle")
CLAUSE, WHO, GONE = ("clause",), ("subject",), ("from", "out of", "object")
WHY = "whose land is left"


def with_who_sends_off(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with those who govern there as actor, and with those who leave if nobody else is told to."""
    if any_known(draft.actors) or not _are_rulers(draft, statuses):
        return draft
    graph = statuses.graph
    for governor in graph.governors.get(draft.head, ()):
        if governor.name not in DRIVEN:
            continue
        leaving = graph.predicates[governor.head]
        who = [a for a in actors_at(WHO, leaving, graph, statuses.mentions) if a.country or a.id]
        lands = set(_lands_left(leaving, statuses)) - {a.country for a in who}
        if who and len(lands) == 1:
            return _sent_off(draft, lands.pop(), who)
    return draft


def _sent_off(draft: Draft, land: str, who: Sequence[Actor]) -> Draft:
    named = distinct(because(who, WHY))
    whom = draft.recipients if sides(draft.recipients, named) else named
    return replace(draft, actors=(side_at_home(land, RULERS, WHY),), recipients=whom)


def _are_rulers(draft: Draft, statuses: Statuses) -> bool:
    """Whether a noun of those who govern gives the order: "the junta", "the foreign ministry"."""
    graph = statuses.graph
    heads = graph.predicates[draft.head].heads(*WHO)
    return bool(heads) and all(graph.doc[h].lemma_.lower() in graph.words["nouns of rulers"] for h in heads)


def _lands_left(leaving: Predicate, statuses: Statuses) -> Iterator[str]:
    """Out of which lands they go: "began to pull out of Sylvania"."""
    graph = statuses.graph
    for verb in (leaving, *graph.at(leaving.heads(*CLAUSE))):
        if verb.lemma.split()[0] not in graph.words["verbs of leaving"]:
            continue
        places = (statuses.mentions.places.get(h) for h in verb.heads(*GONE))
        yield from (p.country for p in places if p is not None and p.country)
        yield from (a.country for a in actors_at(GONE, verb, graph, statuses.mentions) if a.country)
