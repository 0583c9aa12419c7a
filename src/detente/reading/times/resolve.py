"""A match with its context in; its value and its interval out, or a value with X where the context does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from msgspec import structs
from msgspec.structs import replace

from detente.knowledge.time_rules import TimeRule
from detente.knowledge.times import TimeTables, code_of
from detente.reading.times.choose import choices_of, choose
from detente.reading.times.ends import Known, ends
from detente.reading.times.match import Match
from detente.reading.times.meaning import Context, Meaning, complete, span_of
from detente.reading.times.values import (
    UNKNOWN,
    Days,
    days_of,
    duration,
    fill,
    period,
    step,
    stretch,
    value_of,
)

PLACEHOLDER = re.compile(r"\{(\w+)(?:\.(\d))?([+-]\d+)?(?::(\d+))?\}")
SHIFT = re.compile(r"([+-]?)(\w+(?:\.\d+)?) (\w+)")
PART = re.compile(r"\d{4}(-(?:Q\d|H\d|\d\d|SP|SU|FA|WI))")  # of a year
PARTS = {"Y": (12, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "W": (7, "D")}  # in which halves are counted


class Place(NamedTuple):
    """Where a class stands in a template; `plus` is added, and noughts are put before it up to a width."""

    name: str
    plus: int
    width: int


def resolve(match: Match, context: Context, tables: TimeTables) -> Meaning:
    """The meaning of the match without its modifiers."""
    rule = match.rule
    words = {name: code_of(tables.classes[name.split("_")[0]], text) for name, text in match.groups.items()}
    if rule.holiday is not None:  # "{name}={number}, ..." as the rules of counted weekdays write it
        return _look(rule, f"holiday:{','.join(f'{k}={v}' for k, v in rule.holiday.items())}", context)
    template = _write(rule.value, words) if rule.value else None
    if rule.note:
        return Meaning(template or "XXXX-XX-XX", mod=rule.mod, note=rule.note)
    if rule.type in ("DURATION", "SET"):
        return _lasting(rule, template or "", context)
    if rule.shift:
        return _shifted(rule, _write(rule.shift, words), template, context)
    meaning = _look(rule, template or "", context)
    if rule.grain and meaning.days:
        meaning = complete(value_of(meaning.days.first, rule.grain), rule.mod)
    if rule.then and meaning.days:
        return _shifted_from(meaning, rule, _write(rule.then, words), context)
    return _ranged(rule, words, meaning) if rule.until else meaning


def _shifted_from(meaning: Meaning, rule: TimeRule, shift: str, context: Context) -> Meaning:
    """ "A week from Friday": counted from a day that is itself to be found."""
    days = meaning.days
    told = replace(context, published=days.first if days else None)
    return _shifted(structs.replace(rule, anchor="published"), shift, "XXXX-XX-XX", told)


def _write(template: str, words: Mapping[str, str]) -> str:
    """The template with its classes replaced; {day:2} pads with zeros, {decade+1} adds."""

    if "{" not in template:
        return template
    return "".join([text if place is None else _filled(place, words) for text, place in _places(template)])


@lru_cache(maxsize=1024)  # as many as there are rules
def _places(template: str) -> tuple[tuple[str, Place | None], ...]:
    """The template in pieces: what is written as it is, and classes."""
    pieces: list[tuple[str, Place | None]] = []
    end = 0
    for found in PLACEHOLDER.finditer(template):
        name, copy, plus, width = found.groups()
        place = Place(f"{name}_{copy}" if copy else name, int(plus or 0), int(width or 0))
        pieces += [(template[end : found.start()], None), ("", place)]
        end = found.end()
    return (*pieces, (template[end:], None))


def _filled(place: Place, words: Mapping[str, str]) -> str:
    text = words.get(place.name, "")
    if place.plus and text.isdigit():
        text = str(int(text) + place.plus)
    return text.zfill(place.width) if place.width and text else text


def _lasting(rule: TimeRule, template: str, context: Context) -> Meaning:
    found = re.fullmatch(r"P(\d+(?:\.\d+)?|X)([A-Z]+)", template)
    if found is None:
        return Meaning(template)
    count, unit = found.groups()
    meaning = Meaning(duration(count, unit), mod=rule.mod)
    if context.published is None or rule.reach is None:
        return meaning
    return _reaching(meaning, rule.reach, count, unit, context)


def _reaching(meaning: Meaning, bound: str, count: str, unit: str, context: Context) -> Meaning:
    """With the stretch that a duration counted from (or to) the day of publication covers."""
    now = context.published or date.min
    known = Known(now, now) if bound == "coming" else Known()
    try:
        reach = stretch(now, count, unit, ahead=bound != "back")
    except (OverflowError, ValueError):
        return meaning
    return meaning.between(ends(bound, known._replace(reach=reach), context) or (None, None))


def _anchor(rule: TimeRule, context: Context) -> Meaning | None:
    published = Meaning("", context.published, context.published) if context.published else None
    if rule.anchor == "told":
        return context.told
    if rule.anchor == "near":
        return _near(rule, context) or published
    return published


def _near(rule: TimeRule, context: Context) -> Meaning | None:
    """The time told beside it, unless it is too long: at 9 a.m. the index "was at its lowest since 2005" on one day."""
    if rule.type == "TIME":
        told = (context.told_near, context.day_near, context.lately)
        return next((m for m in told if m and m.is_day), None)
    days, shift = (
        context.told_near.counted_from if context.told_near else None,
        SHIFT.fullmatch(rule.shift or ""),
    )
    if days and shift and value_of(days.first, shift[3]) != value_of(days.last, shift[3]):
        return None
    return context.told_near


def _shifted(rule: TimeRule, shift: str, template: str | None, context: Context) -> Meaning:
    found = SHIFT.fullmatch(shift)
    if found is None:
        return Meaning(template or "XXXX-XX-XX", note=f"rule {rule.id} counts by '{shift}'")
    sign, count, unit = found.groups()
    anchor = _anchor(rule, context)
    if count == "X":
        return _vague(rule, sign, unit, anchor, context)
    if not count.isdigit() and unit in PARTS:
        count, unit = str(int(float(count) * PARTS[unit][0])), PARTS[unit][1]
    whole = int(float(count)) * (-1 if sign == "-" else 1)
    if anchor is None and sign == "-" and context.published:
        return _before_publication(
            _counted(rule, Days(context.published, context.published), whole, unit, template, context)
        )
    if anchor is None or anchor.days is None:
        why = "counted from a time that is not told" if rule.anchor == "told" else "no date of publication"
        return Meaning(
            template or UNKNOWN.get(unit, "XXXX" if unit in ("Y", "DE") else "XXXX-XX-XX"), note=why
        )
    try:
        return _counted(rule, anchor.counted_from or anchor.days, whole, unit, template, context)
    except (OverflowError, ValueError):
        return Meaning(template or "XXXX-XX-XX", note="outside the calendar")


def _before_publication(meaning: Meaning) -> Meaning:
    """ "A year earlier" where nothing else is told: counted from publication, and it can lie farther back."""
    return replace(meaning, earliest=None, note="counted back from publication, as no other time is told")


def _counted(
    rule: TimeRule, days: Days, count: int, unit: str, template: str | None, context: Context
) -> Meaning:
    first, last = step(days.first, count, unit), step(days.last, count, unit)
    value, other = value_of(first, unit), value_of(last, unit)
    part = PART.fullmatch(context.told.value) if context.told and rule.grain == "told" else None
    if part is not None:
        value = other = value_of(first, unit) + part[1]
    closer = _closer(days, context) if value != other and rule.anchor == "told" else None
    if closer and closer != days:
        return _counted(rule, closer, count, unit, template, context)
    if value != other:  # the anchor is coarser than the step
        return Meaning(UNKNOWN.get(unit, "XXXX"), first, last, note="counted from a time that is not one day")
    if template:
        value = fill(template, first)
    meaning = replace(complete(value, rule.mod), here=count == 0, counted=first)
    return _bounded(rule, meaning, context)


def _closer(days: Days, context: Context) -> Days | None:
    """The day told in a month told after it ("last week", "a day earlier"), or in the sentence before."""
    told = context.told_day.days if context.told_day else None
    if told and days.first <= told.first and told.last <= days.last:
        return told
    return context.lately.days if context.lately else None


def _vague(rule: TimeRule, sign: str, unit: str, anchor: Meaning | None, context: Context) -> Meaning:
    value = "PAST_REF" if sign == "-" else "FUTURE_REF"
    if anchor is None or anchor.days is None:
        return Meaning("XXXX-XX-XX" if rule.anchor == "told" else value)
    if rule.anchor == "told":
        value = "XXXX-XX-XX"
    told = replace(context, published=anchor.days.first)
    return _reaching(Meaning(value), "back" if sign == "-" else "ahead", "X", unit, told)


def _look(rule: TimeRule, template: str, context: Context) -> Meaning:
    """Fill in what the template leaves open, by the tense of the clause or as the rule says."""
    if rule.anchor != "published" and template.startswith("X"):
        anchor = _anchor(rule, context)
        if anchor and anchor.days:
            return _by_anchor(rule, template, anchor.days)
    if not template.startswith(("X", "holiday")):
        return _as_written(rule, template, context)
    if context.published is None:
        written = "XXXX-XX-XX" if template.startswith("holiday") else template
        return Meaning(written, mod=rule.mod, note="no date of publication")
    if rule.look == "this":
        return replace(_this(template, context.published, context.view.looks).marked(rule.mod), here=True)
    choices = choices_of(template, context.published, near=rule.look not in ("last", "next"))
    if not choices:
        return Meaning("XXXX-XX-XX" if template.startswith("holiday") else template)
    looks: str = context.view.looks if rule.look == "tense" else rule.look
    return _bounded(rule, choose(choices, context, looks).marked(rule.mod), context)


def _as_written(rule: TimeRule, template: str, context: Context) -> Meaning:
    """A complete value, or a reference: "at the time" is when what was told beside it took place."""
    told = context.told_beside if rule.anchor == "told" else None
    if told and told.days and context.published and told.days.first <= context.published:
        return Meaning(template, *told.days, rule.mod)
    between = ends(template, Known(), context)
    return Meaning(template, *between, rule.mod) if between else complete(template, rule.mod)


def _by_anchor(rule: TimeRule, template: str, days: Days) -> Meaning:
    """In the period of the time last told ("that spring"), or the first after it ("the following spring")."""
    later = choices_of(template, days.last, near=False) if rule.look == "next" else ()
    after = (meaning for meaning in later if meaning.days and meaning.days.first > days.last)
    return next(after, complete(fill(template, days.first))).marked(rule.mod)


def _this(template: str, now: date, looks: str) -> Meaning:
    """ "This summer" in December, of what is to come, is the next one."""
    here = complete(fill(template, now))
    if looks == "future" and here.latest and here.latest < now:
        return complete(fill(template, step(now, 1, period(template))))
    return here


def _bounded(rule: TimeRule, meaning: Meaning, context: Context) -> Meaning:
    """ "Earlier this week" ends with the day of publication, "later this week" begins with it."""
    if rule.bound is None or meaning.days is None:
        return meaning
    return meaning.between(ends(rule.bound, Known(*meaning.days), context) or meaning.days)


def _ranged(rule: TimeRule, words: Mapping[str, str], first: Meaning) -> Meaning:
    """From the first day to the last; the value is the length, as TIMEX3 has it for ranges."""
    template = _write(rule.until or "", words)
    last = days_of("".join(a if b == "X" else b for a, b in zip(first.value, template, strict=False)))
    if first.earliest is None or last is None:
        return first
    return span_of(first, Meaning(value_of(last.last, "D"), last.first, last.last))
