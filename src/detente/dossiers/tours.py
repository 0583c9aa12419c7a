"""The events of one happening of a report in, one group for each host of a tour out.

"Will travel to Graustark and Sylvania next week" is one sentence and two visits: each is put off, moved or made by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.ids import is_organisation
from detente.records import Actor, Event

VISIT = "visit"  # a kind


def by_host(events: Sequence[Event]) -> Iterator[tuple[Event, ...]]:
    """One group of events for each state that is visited, the first as it is called in the report.

    The others have ids of their own, so that a store may keep them beside it: `h1.2` is the second host of `h1`.
    """
    hosts = _hosts(events)
    if len(hosts) < 2:
        yield tuple(events)
        return
    for number, host in enumerate(hosts, 1):
        there = [_at(event, host, hosts) for event in events if _is_at(event, host, first=number == 1)]
        yield tuple(event if number == 1 else _named_apart(event, number) for event in there)


def _hosts(events: Sequence[Event]) -> tuple[str, ...]:
    """The states visited, in order of the text; none where it is not told that one guest goes to them all."""
    guests = {actor.country or actor.id for e in events if e.kind == VISIT for actor in e.actors}
    visits = [host for e in events if e.kind == VISIT for actor in e.recipients if (host := _state(actor))]
    return tuple(dict.fromkeys(visits)) if len(guests) == 1 and not guests & {*visits} else ()


def _state(actor: Actor) -> str | None:
    return None if is_organisation(actor.id) else actor.country


def _is_at(event: Event, host: str, *, first: bool) -> bool:
    """Whether a mention tells of the stay with this host; one that names no host is of the first."""
    named = {_state(actor) for actor in (*event.recipients, *event.actors)} if event.kind != VISIT else set()
    named |= {_state(actor) for actor in event.recipients}
    return host in named or (first and not any(map(_state, event.recipients)))


def _at(event: Event, host: str, hosts: Sequence[str]) -> Event:
    """The mention with this host alone; a place in another's state is none of this visit."""
    recipients = tuple(actor for actor in event.recipients if _state(actor) in (host, None))
    elsewhere = event.place is not None and event.place.country in hosts and event.place.country != host
    return replace(event, recipients=recipients, place=None if elsewhere else event.place)


def _named_apart(event: Event, number: int) -> Event:
    return replace(event, id=f"{event.id}.{number}", happening=f"{event.happening}.{number}")
