"""An expression's own days and where its clause looks in; its interval, by the table `times/bounds.csv`, out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from detente.knowledge.time_bounds import EndName
from detente.reading.times.meaning import Context

DAY = timedelta(days=1)
UP_TO = (
    "until",
    "before",
    "before within",
    "lasting",
)  # bounds that look ahead when their day is still to come


class Known(NamedTuple):
    """The days that the table speaks of: first and last of the expression, how far a duration reaches, what it counts to."""

    first: date | None = None
    last: date | None = None
    reach: date | None = None
    counted: date | None = None


Ends = tuple[date | None, date | None]


def ends(bound: str, known: Known, context: Context) -> Ends | None:
    """The interval; None where the table does not know the bound.

    Publication limits nothing where the expression's own days lie wholly on the other side of it: the tense was
    misread, or says something else.
    """
    now = context.published
    row = context.bounds.row(bound, _looks(bound, known, context))
    if row is None:
        return None
    first, last = _day(row.earliest, known), _day(row.latest, known)
    if now is None:
        return first, last
    opens = "published" in row.earliest and all(day is None or now <= day for day in (last, known.last))
    closes = "published" in row.latest and all(day is None or now >= day for day in (first, known.first))
    return max(first or now, now) if opens else first, min(last or now, now) if closes else last


def _looks(bound: str, known: Known, context: Context) -> str:
    view, now = context.view, context.published
    if view.looks == "past" and bound in UP_TO and known.last and now and known.last > now:
        return "future"  # "hoped for a deal by the end of the year": what has such an end is still to come
    return "present" if view.weak else view.looks


def _day(names: tuple[EndName, ...], known: Known) -> date | None:
    """The day that a cell names beside publication."""
    for name in names:
        match name:
            case "first":
                return known.first
            case "last":
                return known.last
            case "day before":
                return known.first - DAY if known.first else None
            case "day after":
                return known.last + DAY if known.last else None
            case "counted":
                return known.counted or known.last
            case "reach":
                return known.reach
            case "published":
                continue
    return None
