"""Figures for the charts of a page: records in, plain lists out. Days are seconds since 1970, as the charts want."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypedDict

from detente.dossiers.records import Offer, State, Voice


class Moves(TypedDict):
    """How a planned date moved: for each source, the date that it gave on each day of report (None: none)."""

    sources: list[str]
    days: list[int]
    dates: list[list[int | None]]


def seconds(day: str) -> int:
    """An ISO day as seconds since 1970-01-01 UTC."""
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def moves(state: State) -> Moves | None:
    """The dates on offer and those of earlier plans, by day and source; None when no two reports gave a date."""
    said: dict[str, dict[int, int]] = {}
    for offer, voice in _dated(state):
        planned = offer.time.earliest or offer.time.latest
        if planned and voice.published:
            said.setdefault(voice.source.name, {})[seconds(voice.published)] = seconds(planned)
    days = sorted({day for dates in said.values() for day in dates})
    if len(days) < 2:
        return None
    return Moves(
        sources=list(said),
        days=days,
        dates=[[dates.get(day) for day in days] for dates in said.values()],
    )


def _dated(state: State) -> Iterator[tuple[Offer, Voice]]:
    """Who gave which date. The last to name an earlier plan may be the report that takes it back, and gives it no more."""
    for offer in state.earlier_plans:
        for voice in offer.voices:
            if offer.first == offer.last or voice.published != offer.last:
                yield offer, voice
    for offer in state.offers:
        yield from ((offer, voice) for voice in offer.voices)
