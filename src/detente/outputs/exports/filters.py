"""Which rows of an export are wanted: by pair, actor, kind, type, status, day of publication and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.records import Actor, Event, Participant, Report, Source


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Empty fields want everything; a value in several fields must fit all of them.

    pair: two states, in either direction. actors: ids or states that act, are acted upon or take part. kinds,
    types, statuses: as in the report. since, until: first and last day of publication, ISO; a report without a day
    is left out once either is given. source: an outlet, or the name, id, state or kind of somebody whose word it is.
    """

    pair: tuple[str, str] | None = None
    actors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    source: str | None = None

    def takes_report(self, report: Report) -> bool:
        """Whether the day of publication is in the range."""
        if self.since is None and self.until is None:
            return True
        day = report.published
        return day is not None and (self.since or day) <= day <= (self.until or day)

    def takes_event(self, report: Report, event: Event) -> bool:
        """Whether the event fits all that was asked for."""
        return (
            (not self.kinds or event.kind in self.kinds)
            and (not self.types or event.type in self.types)
            and (not self.statuses or event.status in self.statuses)
            and (not self.actors or not self.actors.isdisjoint(_who(event)))
            and (self.pair is None or is_between(event, self.pair))
            and (self.source is None or self._is_by(report, event, self.source.casefold()))
        )

    @staticmethod
    def _is_by(report: Report, event: Event, source: str) -> bool:
        if report.outlet is not None and report.outlet.casefold() == source:
            return True
        return any(source in _names(one) for claim in event.claims for one in claim.sources)


def is_between(event: Event, pair: tuple[str, str]) -> bool:
    """Whether one of the two acts on the other, or both act together."""
    actors, recipients = sides(event.actors), sides(event.recipients)
    first, second = pair
    if event.reciprocal:
        return {first, second} <= actors
    return (first in actors and second in recipients) or (second in actors and first in recipients)


def sides(actors: tuple[Actor, ...]) -> set[str]:
    """The states of the actors, and the ids of those that belong to none."""
    return {side for actor in actors for side in (actor.country or actor.id,) if side}


def _who(event: Event) -> Iterator[str]:
    everybody: tuple[Actor | Participant, ...] = (*event.actors, *event.recipients, *event.participants)
    for one in everybody:
        if one.id:
            yield one.id
        if one.country:
            yield one.country


def _names(source: Source) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (source.name, source.id, source.country, source.kind) if name)
