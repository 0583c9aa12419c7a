"""What an expression comes to, what it is read against, and what two of them span."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from detente.knowledge.time_bounds import BoundTable
from detente.reading.times.clause import View
from detente.reading.times.values import Days, days_of

# in which unit a range is counted whose one end has a value of that form
COARSE = {"Y": re.compile(r"\d{2,4}|FY\d{4}"), "M": re.compile(r"\d{4}-(?:\d\d|Q\d|H\d|[A-Z]{2})")}


class Meaning(Struct, frozen=True):
    """What an expression comes to."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    note: str | None = None
    other: Meaning | None = None  # the second reading, when two are open
    here: bool = False  # it names the period of publication itself ("this week")
    counted: date | None = None  # the very day that "two years ago" counts to

    @property
    def days(self) -> Days | None:
        """Both ends, when both are known."""
        return Days(self.earliest, self.latest) if self.earliest and self.latest else None

    @property
    def counted_from(self) -> Days | None:
        """The days that "two days later" counts from: of a night, the one on which it begins."""
        days = self.days
        return Days(days.first, days.first) if days and self.value.endswith("TNI") else days

    @property
    def is_day(self) -> bool:
        """Whether it is one day, or lies within one."""
        days = self.counted_from
        return days is not None and days.first == days.last

    @property
    def undated(self) -> bool:
        """Whether the value names one time and not even its year is told ("the eve of the summit")."""
        return self.value.startswith("XXXX")

    def between(self, ends: tuple[date | None, date | None]) -> Meaning:
        """The same with other ends."""
        if ends == (self.earliest, self.latest):
            return self
        return replace(self, earliest=ends[0], latest=ends[1])

    def marked(self, mod: str | None) -> Meaning:
        """The same with that mod."""
        return self if mod == self.mod else replace(self, mod=mod)


class Context(Struct, frozen=True):
    """What an expression is read against: the day of publication, the last time told, and the clause's view.

    bounds: the table of intervals. told_day: the last time told that was one day; lately: the same if
    the sentence before tells it and it is of the week before publication; day_near: if this sentence tells it.
    told_beside: the last time told, if this sentence or the one before tells it.
    """

    bounds: BoundTable
    published: date | None
    told: Meaning | None
    told_near: Meaning | None
    view: View
    told_day: Meaning | None = None
    lately: Meaning | None = None
    told_beside: Meaning | None = None
    day_near: Meaning | None = None


def complete(value: str, mod: str | None = None) -> Meaning:
    """A value with its own days."""
    days = days_of(value)
    return Meaning(value, days.first, days.last, mod) if days else Meaning(value, mod=mod)


def span_of(first: Meaning, last: Meaning) -> Meaning:
    """A range between two expressions: years and months are counted by difference, days with both ends."""
    start, end = first.earliest, last.latest
    if not (first.days and last.days and start and end) or end < start:
        return Meaning("PXD", start, end if end and start and end >= start else None)
    coarse = next(
        (unit for unit, form in COARSE.items() if any(form.fullmatch(m.value) for m in (first, last))), "D"
    )
    if coarse == "Y":
        return Meaning(f"P{end.year - start.year}Y", start, end)
    if coarse == "M":
        return Meaning(f"P{(end.year - start.year) * 12 + end.month - start.month}M", start, end)
    return Meaning(f"P{(end - start).days + 1}D", start, end)
