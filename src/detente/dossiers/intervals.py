"""Intervals of days, for comparing only: `(first, last)` as day numbers, None where an end is open."""

from __future__ import annotations

from datetime import date

from detente.records import Time

LONG_AFTER = 14  # days
Interval = tuple[int | None, int | None]

FAR = 10**7  # an open end, in days; farther than any date


def day_number(iso: str) -> int:
    """The number of an ISO day; days that follow each other have numbers that do."""
    return date.fromisoformat(iso).toordinal()


def iso_day(number: int) -> str:
    """The ISO day of a number."""
    return date.fromordinal(number).isoformat()


def interval_of(time: Time | None) -> Interval | None:
    """The interval that a time stands for; None when neither end is known."""
    if time is None or (time.earliest is None and time.latest is None):
        return None
    first = day_number(time.earliest) if time.earliest else None
    last = day_number(time.latest) if time.latest else None
    return (first, last)


def gap(one: Interval, other: Interval) -> int:
    """Days between two intervals; 0 when they meet."""
    first = max(_low(one), _low(other))
    last = min(_high(one), _high(other))
    return max(0, first - last)


def width(one: Interval, other: Interval) -> int:
    """Days of the wider of the two; `FAR` when one is open."""
    return max(_high(one) - _low(one), _high(other) - _low(other))


def _low(interval: Interval) -> int:
    return -FAR if interval[0] is None else interval[0]


def _high(interval: Interval) -> int:
    return FAR if interval[1] is None else interval[1]


def is_another(one: Interval, other: Interval) -> bool:
    """Whether a new date can be meant: they do not meet, or the one is as wide as "later this year", and ends long after."""
    if gap(one, other):
        return True
    return one[1] is not None and other[1] is not None and one[1] - other[1] > LONG_AFTER
