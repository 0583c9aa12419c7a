"""Events in, the same with each state called by its name out, where a step that inferred it knew no more than its code."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.knowledge.actors import ActorTables
from detente.records import Actor, Event, Place


def call_by_name(events: Sequence[Event], tables: ActorTables) -> tuple[Event, ...]:
    """The events; a state that is in no table keeps its code."""
    return tuple([_called(event, tables) for event in events])


def _called(event: Event, tables: ActorTables) -> Event:
    place = event.place
    bare = any(a.country == a.name for a in (*event.actors, *event.recipients))
    if not bare and (place is None or place.text != place.country):
        return event
    return replace(
        event,
        actors=tuple(_named(actor, tables) for actor in event.actors),
        recipients=tuple(_named(actor, tables) for actor in event.recipients),
        place=place and _placed(place, tables),
    )


def _named(actor: Actor, tables: ActorTables) -> Actor:
    state = tables.state_by_id.get(actor.name) if actor.name == actor.country else None
    return actor if state is None else replace(actor, name=state.name)


def _placed(place: Place, tables: ActorTables) -> Place:
    state = tables.state_by_id.get(place.text) if place.text == place.country else None
    return place if state is None else replace(place, text=state.name)
