"""Dates as they are written, in the order of a text, in; the days that are meant out.

A diary goes on from the day of publication, a chronology leads up to it: so "Monday" is the next Monday here and the
last one there. "Nov. 4" behind "2012" is that of 2012, and what stands behind it comes after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detente.reading.calendars.records import Sort, Written
from detente.reading.times.values import Days, month_days

BEHIND = timedelta(days=31)  # a diary may still have what was there in the last weeks
LEAP = 4  # years within which there is a 29 February
WEEK, LONGEST = 7, 62


def which_sort(written: Sequence[Written], published: date | None, *, titled: Sort | None) -> Sort | None:
    """What the dates say, where they plainly say it; else what the title says.

    None where no title tells and some of them are past and some to come.
    """
    if published is None:
        return titled
    near = [days for one in written if (days := _as_written(one)) is not None]
    near = near or [days for one in written if (days := _nearest(one, published)) is not None]
    ahead, back = sum(d.last >= published for d in near), sum(d.first < published for d in near)
    if titled == "diary" and near and all(d.last < published - BEHIND for d in near):
        return "chronology"
    if titled == "chronology" and near and not back:
        return "diary"
    if titled or not near or (ahead and back):
        return titled
    return "diary" if ahead else "chronology"


def days_meant(written: Sequence[Written], sort: Sort | None, published: date | None) -> list[Days | None]:
    """The days of each date; None where nobody can tell."""
    full = [days for one in written if (days := _as_written(one)) is not None]
    falling = len(full) > 1 and full[0].first > full[-1].first
    found: list[Days | None] = []
    told = first = None
    for one in written:
        days = _as_written(one) or _meant(one, sort, published, None if falling else told, first)
        told, first = days or told, first or days
        found.append(days)
    return _with_last_weekdays(written, found, published) if sort == "chronology" else found


def _meant(
    one: Written, sort: Sort | None, published: date | None, told: Days | None, first: Days | None = None
) -> Days | None:
    if one.month is not None and one.day is not None:
        return _in_year(one, sort, published, told)
    if published is None:
        return None
    if one.weekday is not None and one.day is not None:
        return _of_month(one, published, back=sort == "chronology")
    if one.ahead is not None:
        return _day(published + timedelta(days=one.ahead))
    if one.weekday is None or sort == "chronology":
        return None
    since = max(published, told.first) if told else published
    day = since + timedelta(days=(one.weekday - since.isoweekday()) % WEEK)
    again = first is not None and day >= first.first + timedelta(days=WEEK)
    return _day(
        day - timedelta(days=WEEK) if again else day
    )  # "Monday" below "Friday": another list of that week


def _of_month(one: Written, published: date, *, back: bool) -> Days | None:
    """ "SUN 17": the nearest such day from publication on, or before it."""
    ahead = (
        published + timedelta(days=n) for n in range(-WEEK if not back else -LONGEST, 1 if back else LONGEST)
    )
    fit = [day for day in ahead if day.day == one.day and day.isoweekday() == one.weekday]
    return _day(fit[-1] if back else fit[0]) if fit else None


def _in_year(one: Written, sort: Sort | None, published: date | None, told: Days | None) -> Days | None:
    """A day of the year: in a diary the next one, in a chronology the first after what was told or the last one."""
    about = told.first if told else published
    if about is None:
        return None
    years = range((published or about).year - LEAP, (published or about).year + LEAP + 1)
    if told:
        years = range(about.year, about.year + LEAP + 1)
    days = [found for year in years if (found := _as_written(one._replace(year=year)))]
    if told and (sort == "chronology" or published is None):
        following = next((d for d in days if d.last >= told.first), None)
        if following and (published is None or following.first <= published):
            return following
        return _in_year(one, sort, published, None)
    if published is None:
        return None
    if sort == "chronology":
        return next((d for d in reversed(days) if d.first <= published), None)
    if sort == "diary":
        return next((d for d in days if d.last >= published - BEHIND), None)
    return _nearest(one, published)


def _nearest(one: Written, published: date) -> Days | None:
    if (own := _as_written(one)) is not None or one.month is None:
        return own
    years = range(published.year - 1, published.year + 2)
    days = [found for year in years if (found := _as_written(one._replace(year=year)))]
    return min(days, key=lambda d: abs(d.first - published), default=None)


def _as_written(one: Written) -> Days | None:
    """The days of a date with its year; None where that is not told or there is no such day."""
    if one.year is None:
        return None
    if one.month is None:
        return Days(date(one.year, 1, 1), date(one.year, 12, 31))
    if one.day is None:
        return month_days(one.year, one.month)
    try:
        last = date(one.year, one.last_month or one.month, one.last_day or one.day)
        first = date(one.year, one.month, one.day)
        if last < first:  # "30 December - 2 January 2013": the year is that of the last day
            first = first.replace(year=one.year - 1)
    except ValueError:
        return None
    return Days(first, last)


def _with_last_weekdays(
    written: Sequence[Written], found: Sequence[Days | None], published: date | None
) -> list[Days | None]:
    """ "Monday", "Tuesday" above what was done: the last of each before the one that follows, or publication."""
    kept = list(found)
    bound = published
    for i in reversed(range(len(kept))):
        weekday = written[i].weekday
        if kept[i] is None and weekday is not None and bound is not None:
            kept[i] = _day(bound - timedelta(days=(bound.isoweekday() - weekday) % WEEK))
        days = kept[i]
        bound = days.first if days else bound
    return kept


def _day(day: date) -> Days:
    return Days(day, day)


def distinct(days: Iterable[Days | None]) -> int:
    """How many different days these are."""
    return len(Counter(d for d in days if d))


def day_after(one: Written, first: date) -> date | None:
    """The last day of a stay that begins on a day."""
    days = _as_written(one) or _meant(one, "diary", first, Days(first, first))
    return days.last if days and days.last >= first else None
