"""A match with its context in; its value and its interval out, or a value with X where the context does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter

from detente.knowledge.times import TimeRule, TimeTables, number
from detente.reading.times.match import Match
from detente.reading.times.outlook import Looks, View
from detente.reading.times.values import (
    UNKNOWN,
    Days,
    add_months,
    days_of,
    duration,
    fill,
    period,
    step,
    stretch,
    value_of,
)

FAR, NEAR = (
    300,
    45,
)  # days: a past tense that asks for a day 300 days off while one to come is near was misread
TIMETABLE = 60  # days: the present tense tells of what comes within weeks, not of next year
PLACEHOLDER = re.compile(r"\{(\w+)(?:\.(\d))?([+-]\d+)?(?::(\d+))?\}")
SHIFT = re.compile(r"([+-]?)(\w+(?:\.\d+)?) (\w+)")
CLEAR = 6  # so many times nearer, a day of the year needs no year
CHOICES = 4  # periods on either side among which the one that is meant is looked for


@dataclass(frozen=True)
class Meaning:
    """What an expression comes to."""

    value: str
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    note: str | None = None
    other: Meaning | None = None  # the second reading, when two are open
    here: bool = False  # it names the period of publication itself ("this week")

    @property
    def days(self) -> Days | None:
        return Days(self.earliest, self.latest) if self.earliest and self.latest else None


@dataclass(frozen=True)
class Context:
    """What an expression is read against: the day of publication, the last time told, and the clause's view."""

    published: date | None
    told: Meaning | None
    told_near: Meaning | None
    view: View


def resolve(match: Match, context: Context, tables: TimeTables) -> Meaning:
    """The meaning of the match without its modifiers."""
    rule = match.rule
    words = {name: number(tables.classes[name.split("_")[0]], text) for name, text in match.groups.items()}
    if rule.holiday is not None:
        return _look(rule, f"holiday:{','.join(f'{k}={v}' for k, v in rule.holiday.items())}", context)
    template = _write(rule.value, words) if rule.value else None
    if rule.note:
        return Meaning(template or "XXXX-XX-XX", mod=rule.mod, note=rule.note)
    if rule.type in ("DURATION", "SET"):
        return _lasting(rule, words, template or "", context)
    if rule.shift:
        return _shifted(rule, _write(rule.shift, words), template, context)
    meaning = _look(rule, template or "", context)
    if rule.grain and meaning.days:
        meaning = _complete(value_of(meaning.days.first, rule.grain), rule.mod)
    return _ranged(rule, words, meaning) if rule.until else meaning


def _write(template: str, words: Mapping[str, str]) -> str:
    """The template with its classes replaced; {day:2} pads with zeros, {decade+1} adds."""

    def one(found: re.Match[str]) -> str:
        name, copy, plus, width = found.groups()
        text = words.get(f"{name}_{copy}" if copy else name, "")
        if plus and text.isdigit():
            text = str(int(text) + int(plus))
        return text.zfill(int(width)) if width and text else text

    return PLACEHOLDER.sub(one, template)


def _lasting(rule: TimeRule, words: Mapping[str, str], template: str, context: Context) -> Meaning:
    found = re.fullmatch(r"P(\d+(?:\.\d+)?|X)([A-Z]+)", template)
    if found is None:
        return Meaning(template)
    count, unit = found.groups()
    meaning = Meaning(duration(count, unit), mod=rule.mod)
    now = context.published
    reach = rule.reach
    if reach == "tense":
        reach = {"past": "back", "future": "ahead"}.get(context.view.looks)  # type: ignore[assignment]
    if now is None or reach is None:
        return meaning
    if reach == "until_now":
        return replace(meaning, latest=now)
    return replace(meaning, **_reach(now, count, unit, ahead=reach == "ahead"))


def _reach(now: date, count: str, unit: str, *, ahead: bool) -> dict[str, date]:
    try:
        other = stretch(now, count, unit, ahead=ahead)
    except (OverflowError, ValueError):
        return {}
    return {"earliest": now, "latest": other} if ahead else {"earliest": other, "latest": now}


def _anchor(rule: TimeRule, context: Context) -> Meaning | None:
    published = Meaning("", context.published, context.published) if context.published else None
    if rule.anchor == "told":
        return context.told
    return (context.told_near or published) if rule.anchor == "near" else published


def _shifted(rule: TimeRule, shift: str, template: str | None, context: Context) -> Meaning:
    found = SHIFT.fullmatch(shift)
    if found is None:
        return Meaning(template or "XXXX-XX-XX", note=f"rule {rule.id} counts by '{shift}'")
    sign, count, unit = found.groups()
    anchor = _anchor(rule, context)
    if count == "X":
        return _vague(rule, sign, unit, anchor)
    whole = int(float(count)) * (-1 if sign == "-" else 1)
    if anchor is None or anchor.days is None:
        why = "counted from a time that is not told" if rule.anchor == "told" else "no date of publication"
        return Meaning(
            template or UNKNOWN.get(unit, "XXXX" if unit in ("Y", "DE") else "XXXX-XX-XX"), note=why
        )
    try:
        return _counted(rule, anchor.days, whole, unit, template, context)
    except (OverflowError, ValueError):
        return Meaning(template or "XXXX-XX-XX", note="outside the calendar")


def _counted(
    rule: TimeRule, days: Days, count: int, unit: str, template: str | None, context: Context
) -> Meaning:
    first, last = step(days.first, count, unit), step(days.last, count, unit)
    value, other = value_of(first, unit), value_of(last, unit)
    if value != other:  # the anchor is coarser than the step
        return Meaning(UNKNOWN.get(unit, "XXXX"), first, last, note="counted from a time that is not one day")
    if template:
        value = fill(template, first)
    return _bounded(rule, replace(_complete(value, rule.mod), here=count == 0), context)


def _vague(rule: TimeRule, sign: str, unit: str, anchor: Meaning | None) -> Meaning:
    value = "PAST_REF" if sign == "-" else "FUTURE_REF"
    if anchor is None or anchor.days is None:
        return Meaning("XXXX-XX-XX" if rule.anchor == "told" else value)
    if rule.anchor == "told":
        value = "XXXX-XX-XX"
    return Meaning(value, **_reach(anchor.days.first, "X", unit, ahead=sign != "-"))


def _complete(value: str, mod: str | None) -> Meaning:
    days = days_of(value)
    return Meaning(value, days.first, days.last, mod) if days else Meaning(value, mod=mod)


def _look(rule: TimeRule, template: str, context: Context) -> Meaning:
    """Fill in what the template leaves open, by the tense of the clause or as the rule says."""
    if rule.anchor != "published" and template.startswith("X"):
        anchor = _anchor(rule, context)
        if anchor and anchor.days:
            return _complete(fill(template, anchor.days.first), rule.mod)
    if not template.startswith(("X", "holiday")):
        return _reference(template, rule, context)
    if context.published is None:
        written = "XXXX-XX-XX" if template.startswith("holiday") else template
        return Meaning(written, mod=rule.mod, note="no date of publication")
    if rule.look == "this":
        return replace(_complete(fill(template, context.published), rule.mod), here=True)
    choices = _choices(template, context.published)
    if not choices:
        return Meaning("XXXX-XX-XX" if template.startswith("holiday") else template)
    looks: str = context.view.looks if rule.look == "tense" else rule.look
    return _bounded(rule, replace(_choose(choices, context, looks), mod=rule.mod), context)


def _reference(value: str, rule: TimeRule, context: Context) -> Meaning:
    now = context.published
    if value == "PAST_REF":
        return Meaning(value, None, now, rule.mod)
    if value == "FUTURE_REF":
        return Meaning(value, now, None, rule.mod)
    if value == "PRESENT_REF":
        return Meaning(value, now, now, rule.mod)
    return _complete(value, rule.mod)


def _choices(template: str, now: date) -> list[Meaning]:
    made: dict[str, Meaning] = {}
    unit = "Y" if template.startswith("holiday") else period(template)
    for k in range(-CHOICES, CHOICES + 1):
        value = (
            _holiday(template, now.year + k)
            if template.startswith("holiday")
            else _at(template, now, k, unit)
        )
        meaning = _complete(value, None) if value else None
        if meaning and meaning.days:
            made[meaning.value] = meaning
    return sorted(made.values(), key=lambda m: m.days or Days(now, now))


def _at(template: str, now: date, count: int, unit: str) -> str | None:
    try:
        day = now.replace(day=1) if unit == "M" else now
        return fill(template, step(day, count, unit))
    except (OverflowError, ValueError):
        return None


def _holiday(spec: str, year: int) -> str:
    """A movable feast: so many days from Easter, or the nth (-1: last) weekday of a month."""
    part = {name: int(count) for name, count in (item.split("=") for item in spec.split(":")[1].split(","))}
    if "easter" in part:
        return (easter(year) + timedelta(days=part["easter"])).isoformat()
    if part["nth"] < 0:
        last = add_months(date(year, part["month"], 1), 1) - timedelta(days=1)
        return (last - timedelta(days=(last.isoweekday() - part["weekday"]) % 7)).isoformat()
    first = date(year, part["month"], 1)
    offset = (part["weekday"] - first.isoweekday()) % 7 + 7 * (part["nth"] - 1)
    return (first + timedelta(days=offset)).isoformat()


def _choose(choices: list[Meaning], context: Context, looks: str) -> Meaning:
    now = context.published or date.min
    spans = [(m, m.days) for m in choices if m.days]
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
        "future": view.weak and ahead > TIMETABLE and back < ahead,
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
    """ "next Friday" on a Tuesday: this week's or next week's? The other week's is likelier; both stay open."""
    day, other = nearest.earliest or now, second.earliest or now
    if day.isocalendar()[:2] != now.isocalendar()[:2]:
        return nearest
    note = f"{nearest.value} or {second.value}: of this week or of the {'next' if other > now else 'last'}"
    return replace(second, note=note, other=nearest)


def _bounded(rule: TimeRule, meaning: Meaning, context: Context) -> Meaning:
    """ "Earlier this week" ends with the day of publication, "later this week" begins with it."""
    now, days = context.published, meaning.days
    if rule.bound == "until_now" and now and days:
        return replace(meaning, latest=max(min(days.last, now), days.first))
    if rule.bound == "from_now" and now and days:
        return replace(meaning, earliest=min(max(days.first, now), days.last))
    return meaning


def clipped(meaning: Meaning, context: Context) -> Meaning:
    """What has happened did not happen after publication, and what is to come does not come before it."""
    now, days, view = context.published, meaning.days, context.view
    if now is None or days is None or not days.first <= now <= days.last:
        return meaning
    if meaning.other or not (view.adverbial or meaning.here):
        return meaning
    if view.looks == "past":
        return replace(meaning, latest=now)
    return replace(meaning, earliest=now) if view.looks == "future" else meaning


def _ranged(rule: TimeRule, words: Mapping[str, str], first: Meaning) -> Meaning:
    """From the first day to the last; the value is the length, as TIMEX3 has it for ranges."""
    template = _write(rule.until or "", words)
    last = days_of("".join(a if b == "X" else b for a, b in zip(first.value, template, strict=False)))
    if first.earliest is None or last is None:
        return first
    return span_of(first, Meaning(value_of(last.last, "D"), last.first, last.last))


def span_of(first: Meaning, last: Meaning) -> Meaning:
    """A range between two expressions: years and months are counted by difference, days with both ends."""
    start, end = first.earliest, last.latest
    if not (first.days and last.days and start and end) or end < start:
        return Meaning("PXD", start, end if end and start and end >= start else None)
    if len(first.value) == 4 and len(last.value) == 4 and first.value.isdigit() and last.value.isdigit():
        return Meaning(f"P{int(last.value) - int(first.value)}Y", start, end)
    if re.fullmatch(r"\d{4}-\d\d", first.value) and re.fullmatch(r"\d{4}-\d\d", last.value):
        return Meaning(f"P{(end.year - start.year) * 12 + end.month - start.month}M", start, end)
    return Meaning(f"P{(end - start).days + 1}D", start, end)
