"""The mentions of a happening in, who is believed to act and upon whom out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from detente.dossiers.facets import party_of
from detente.dossiers.naming import actors_of, recipients_of
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Event

MANY = 3  # times as many mentions that tell it the one way outweigh those that tell it the other way
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def believed_sides(events: Sequence[Event], kind: str, tables: DossierTables) -> Sides:
    """Actors and recipients; all are actors where the mentions tell of it from both sides."""
    told = [event for event in events if event.kind == kind]
    actors, recipients = actors_of(told, tables), recipients_of(told, tables)
    mutual = sum(event.reciprocal for event in told) * 2 >= len(told)
    aimed_at = {party_of(one) for one in recipients}
    others = tuple(one for one in actors if party_of(one) not in aimed_at)
    if not mutual and len(others) == len(actors):
        return actors, recipients
    if not mutual and kind in tables.family(kind).directed:
        return others or actors, recipients
    if not mutual and not _told_from_both(told):
        return _by_most(told, actors, recipients)
    both = [replace(event, actors=(*event.actors, *event.recipients), recipients=()) for event in told]
    return actors_of(both, tables), ()


def _told_from_both(told: Sequence[Event]) -> bool:
    """Whether one of two acts in some mentions and is acted upon in others, which may not be one slip of many."""
    ways = Counter(
        (party_of(one), party_of(other))
        for event in told
        for one in event.actors
        for other in event.recipients
    )
    back = ((ways[other, one], times) for (one, other), times in ways.items() if one != other)
    return any(times >= fewer and fewer * MANY > times for fewer, times in back if fewer)


def _by_most(told: Sequence[Event], actors: Sequence[Actor], recipients: Sequence[Actor]) -> Sides:
    """Each on the side where most mentions have it; nobody acts upon the state alone that he is of."""
    acts = Counter(one.id for event in told for one in event.actors)
    acts.subtract(one.id for event in told for one in event.recipients)
    doers = tuple(one for one in actors if acts[one.id] > 0) or tuple(actors)
    own, states = {one.id for one in doers}, {party_of(one) for one in doers}
    return doers, tuple(
        one
        for one in recipients
        if one.id not in own and (party_of(one) not in states or one.id not in (None, one.country))
    )
