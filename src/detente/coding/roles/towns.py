"""A name beside a noun in, whether it is a town that only says where, and the state to which a journey there leads out."""

from __future__ import annotations

from detente.coding.roles.listed_states import state_of
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.no_side import names_state
from detente.reading.graph import Graph
from detente.records import Actor


def is_city(head: int, mentions: Mentions) -> bool:
    """Whether a token names a place that is no state."""
    place = mentions.places.get(head)
    named = mentions.modifiers.get(head) or mentions.actors.get(head)
    if place is None or place.geonames is None:
        return False
    return named is None or named.kind != "state" or named.actor.inferred is not None


def is_only_town(head: int, mentions: Mentions) -> bool:
    """ "The Geneva talks", "a Strelsau bakery": where, and not who."""
    return is_city(head, mentions) and not names_state(head, mentions)


def town_visited(head: int, graph: Graph, mentions: Mentions) -> tuple[Actor, ...]:
    """ "Cancelled his Strelsau visit": the state in which the town lies; nothing for another noun."""
    place = mentions.places[head]
    journey = graph.doc[head].head.lemma_.lower() in graph.words["visit nouns"]
    return (state_of(place),) if journey and place.country else ()
