"""A report's text cut into pieces at every marked span, each piece with the marks that cover it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from detente.records import Event, Report, Span


class Mark(NamedTuple):
    """One span with what it is (event, source, time, uncoded) and the words shown over it."""

    span: Span
    layer: str
    words: str
    target: str | None = None


class Piece(NamedTuple):
    """Some text, and the innermost mark on it; `words` tells of all marks that cover it."""

    text: str
    layer: str | None
    words: str
    target: str | None


# what an event's trigger says counts for more than that the words also lie in somebody's mouth
ORDER = ("event", "time", "source", "uncoded")


def pieces(report: Report) -> tuple[Piece, ...]:
    """The text in order; joined again, the pieces are `report.text`."""
    marks = sorted(_marks(report), key=lambda mark: ORDER.index(mark.layer))
    ends = {0, len(report.text)}.union(*({mark.span.start, mark.span.end} for mark in marks))
    edges = sorted(ends)
    return tuple(
        _piece(report.text[start:end], [m for m in marks if m.span.start <= start and end <= m.span.end])
        for start, end in pairwise(edges)
    )


def _piece(text: str, marks: list[Mark]) -> Piece:
    if not marks:
        return Piece(text, None, "", None)
    words = "; ".join(dict.fromkeys(mark.words for mark in marks))
    return Piece(text, marks[0].layer, words, marks[0].target)


def _marks(report: Report) -> Iterator[Mark]:
    for event in report.events:
        yield Mark(event.trigger, "event", event_words(event), event.id)
    for time in report.times:
        days = " to ".join(day or "open" for day in dict.fromkeys((time.earliest, time.latest)))
        yield Mark(time.span, "time", f"time: {time.value} ({days})")
    for attribution in report.attributions:
        for span in attribution.source:
            yield Mark(span, "source", f"source, who {attribution.stance.replace('_', ' ')}")
    for uncoded in report.uncoded:
        yield Mark(uncoded.span, "uncoded", f"seen, not coded: {uncoded.reason}")


def event_words(event: Event) -> str:
    """One line on an event: kind, status, who to whom, the PLOVER code."""
    actors = ", ".join(actor.name for actor in event.actors) or "not known"
    recipients = ", ".join(actor.name for actor in event.recipients)
    whom = "" if event.reciprocal else f" → {recipients or 'not known'}"
    code = " ".join(filter(None, (event.type, event.mode))) or "no PLOVER code"
    return f"{event.kind.replace('-', ' ')}, {event.status.replace('_', ' ')}: {actors}{whom} ({code})"
