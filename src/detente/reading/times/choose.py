"""A value whose year or week is open in; the days it may mean out, and the one that the clause means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from msgspec.structs import replace

from detente.reading.times.clause import Looks, View
from detente.reading.times.meaning import Context, Meaning, complete
from detente.reading.times.values import Days, add_months, fill, period, step

FAR, NEAR = 300, 45  # days: a tense that asks for one 300 days off when another is near was misread
TIMETABLE = 60  # days: the present tense tells of what comes within weeks, not of next year
CLEAR = 6  # so many times nearer, a day of the year needs no year
CHOICES = 2  # periods on either side among which the one that is meant is looked for
LEAP = 8  # for 29 February


@lru_cache(maxsize=2048)  # a text names the same weekdays again and again
def choices_of(template: str, now: date, *, near: bool) -> tuple[Meaning, ...]:
    """In order of time; near: only those beside the day of publication, where the tense decides."""
    unit = "Y" if template.startswith("holiday") else period(template)
    reach = LEAP if "-02-29" in template else 1 if near and unit != "M" else CHOICES
    made: dict[str, Meaning] = {}
    for k in range(-reach, reach + 1):
        value = (
            _holiday(template, now.year + k)
            if template.startswith("holiday")
            else _at(template, now, k, unit)
        )
        meaning = complete(value) if value else None
        if meaning and meaning.earliest:
            made[meaning.value] = meaning
    return tuple(made.values())


def _at(template: str, now: date, count: int, unit: str) -> str | None:
    try:
        day = now.replace(day=1) if unit == "M" else now
        return fill(template, step(day, count, unit))
    except (OverflowError, ValueError):
        return None


def _holiday(spec: str, year: int) -> str:
    """A movable feast: so many days from Easter, or the nth (-1: last) weekday of a month."""
    part = {name: int(count) for name, count in (item.split("=") for item in spec.split(":")[1].split(","))}
    year = part.get("year", year)
    if "easter" in part:
        sunday: date = easter(year)
        return (sunday + timedelta(days=part["easter"])).isoformat()
    if part["nth"] < 0:
        last = add_months(date(year, part["month"], 1), 1) - timedelta(days=1)
        return (last - timedelta(days=(last.isoweekday() - part["weekday"]) % 7)).isoformat()
    first = date(year, part["month"], 1)
    offset = (part["weekday"] - first.isoweekday()) % 7 + 7 * (part["nth"] - 1)
    return (first + timedelta(days=offset)).isoformat()


def choose(choices: Sequence[Meaning], context: Context, looks: str) -> Meaning:
    now = context.published or date.min
    spans = [(m, Days(m.earliest, m.latest)) for m in choices if m.earliest and m.latest]
    past = [m for m, d in spans if d.first <= now]
    future = [m for m, d in spans if d.last >= now]
    if looks in ("last", "next"):
        return _named(spans, now, looks) or choices[0]
    if not past or not future:
        return (past or future)[-1 if past else 0]
    return _by_tense(
        past[-1], future[0], now, context.view if looks == context.view.looks else View(_as(looks))
    )


def _as(looks: str) -> Looks:
    return "past" if looks == "past" else "future" if looks == "future" else "open"


def _by_tense(past: Meaning, future: Meaning, now: date, view: View) -> Meaning:
    if past.value == future.value:
        return past
    back = (now - (past.latest or now)).days
    ahead = ((future.earliest or now) - now).days
    misread = {
        "past": back > FAR and ahead < NEAR,
        "future": ahead > (TIMETABLE if view.weak else FAR) and back < NEAR,
    }
    if view.looks in misread and not misread[view.looks]:
        return past if view.looks == "past" else future
    nearer = past if back <= ahead else future
    if back + ahead > FAR and max(back, ahead) >= CLEAR * min(back, ahead):
        return nearer  # nobody who writes "on 18 June" a week before that day means the one of last year
    likely = {"past": past, "future": future}.get(view.likely, nearer)
    note = f"{past.value} or {future.value}: the clause does not say whether it looks back or ahead"
    return replace(likely, note=note, other=future if likely is past else past)


def _named(spans: list[tuple[Meaning, Days]], now: date, looks: str) -> Meaning | None:
    """ "last" and "next" before a weekday, a month or a season."""
    weekly = bool(spans) and spans[0][1].last - spans[0][1].first <= timedelta(days=1) and _is_weekly(spans)
    if looks == "last":
        before = [m for m, d in spans if d.last < now]
        return _two_weeks(before[-1], before[-2], now) if weekly else before[-1]
    after = [m for m, d in spans if d.first > now]
    return _two_weeks(after[0], after[1], now) if weekly else after[0]


def _is_weekly(spans: list[tuple[Meaning, Days]]) -> bool:
    return len(spans) > 1 and spans[1][1].first - spans[0][1].first == timedelta(days=7)


def _two_weeks(nearest: Meaning, second: Meaning, now: date) -> Meaning:
    """ "next Friday" on a Tuesday: this week's or next week's? The other week's is likelier; both stay open.

    Only next week's where this week's would be called tomorrow.
    """
    day, other = nearest.earliest or now, second.earliest or now
    if day - now == timedelta(days=1):
        return second
    if day.isocalendar()[:2] != now.isocalendar()[:2]:
        return nearest
    note = f"{nearest.value} or {second.value}: of this week or of the {'next' if other > now else 'last'}"
    return replace(second, note=note, other=nearest)
