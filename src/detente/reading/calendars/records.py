"""What a diary or a chronology consists of."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from detente.reading.times.values import Days
from detente.records import Span

Sort = Literal["diary", "chronology"]


class Written(NamedTuple):
    """A date as it is written: what of it is given, and where in the text it stands.

    last_month, last_day: the other end of a range. ahead: so many days from publication ("tomorrow").
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    ahead: int | None = None


class Entry(NamedTuple):
    """What stands under a date or behind it.

    start: where its line begins, with marks and hour. told: where what it tells begins. end: where the entry does.
    closing: where what only says how long it lasts begins ("(to Dec 11)"). place: the name before what it tells. when:
    its date; `days` those that are meant. Both are None where the date is to be confirmed. prose: its date is a part of
    what it tells ("On Tuesday, ...").
    """

    start: int
    told: int
    closing: int
    end: int
    place: Span | None
    when: Span | None
    days: Days | None
    prose: bool = False


class Calendar(NamedTuple):
    """sort: what the whole is, None where some of it is past and some to come. headings: the dates above entries."""

    sort: Sort | None
    entries: tuple[Entry, ...]
    dates: tuple[tuple[Span, Days], ...]
    first: int  # where the first date stands: what is before it is the title and the like
    published: date | None

    @property
    def cuts(self) -> list[int]:
        """Where a block of the text ends, whatever stands before it."""
        places = {e.place.start for e in self.entries if e.place}
        return sorted(places | {at for e in self.entries for at in (e.start, e.told, e.closing, e.end)})
