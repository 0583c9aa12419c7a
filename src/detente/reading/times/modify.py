"""What an expression means and the modifiers around it in; the narrowed or opened interval and the mod out."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from detente.knowledge.time_rules import Modifier
from detente.reading.times.ends import DAY, Known, ends
from detente.reading.times.meaning import Context, Meaning
from detente.reading.times.values import Days, add_months

WITHIN = {"before": "before within", "after": "after within"}


def apply(meaning: Meaning, modifiers: tuple[Modifier, ...], context: Context) -> Meaning:
    """The innermost modifier comes first; its mod stays, as an expression has only one."""
    for modifier in modifiers:
        meaning = _apply(meaning, modifier, context)
        if meaning.other:
            meaning = replace(meaning, other=_apply(meaning.other, modifier, context))
    return meaning


def narrowed(meaning: Meaning, part: str) -> Meaning:
    """Only that part of the days."""
    days = piece(meaning.days, part) if meaning.days else None
    return meaning.between(days) if days else meaning


def _apply(meaning: Meaning, modifier: Modifier, context: Context) -> Meaning:
    mod = modifier.mod if modifier.mod and meaning.mod is None else meaning.mod
    days = meaning.days
    if days is not None and modifier.part:
        return replace(narrowed(meaning, modifier.part), mod=mod)
    if days is None or modifier.bound is None:
        return replace(meaning, mod=mod)
    bound: str = modifier.bound
    if meaning.mod == "END" or "T" in meaning.value:  # before the end of June, or before noon, is still in it
        bound = WITHIN.get(bound, bound)
    between = ends(bound, Known(*days, counted=meaning.counted), context)
    return replace(meaning, mod=mod).between(between or days)


def third(days: Days, part: str) -> Days:
    """The start, middle or end of a period: ten days of a month, four months of a year, else a third."""
    first, last = days
    length = (last - first).days + 1
    if length < 3:
        return days
    late, end = _cuts(days, length)
    return {"start": Days(first, late - DAY), "mid": Days(late, end - DAY), "end": Days(end, last)}[part]


def _cuts(days: Days, length: int) -> tuple[date, date]:
    """Where the middle and where the end of a period begin."""
    first, after = days.first, days.last + DAY
    if length == 7:
        return first + 2 * DAY, first + 4 * DAY
    if 28 <= length <= 31 and first.day == 1:
        return first + 10 * DAY, first + 20 * DAY
    if first.day == 1 and after.day == 1:
        months = (after.year - first.year) * 12 + after.month - first.month
        if months > 24:  # the early nineties are 1990 to 1993, the late ones 1997 to 1999
            return add_months(first, months // 12 * 4 // 10 * 12), add_months(
                first, months // 12 * 7 // 10 * 12
            )
        return add_months(first, max(months // 3, 1)), add_months(after, -max(months // 3, 1))
    return first + length // 3 * DAY, after - length // 3 * DAY


def piece(days: Days, part: str) -> Days:
    """A third, a half, or the week with that number of a period."""
    first, last = days
    if part == "last_week":
        return Days(max(first, last - 6 * DAY), last)
    if part.startswith("week"):
        start = first + 7 * (int(part[-1]) - 1) * DAY
        return Days(start, min(start + 6 * DAY, last)) if start <= last else days
    if part.startswith("half"):
        middle = first + (last - first + DAY) // 2
        return Days(first, middle - DAY) if part == "half1" and middle > first else Days(middle, last)
    return third(days, part)


def clipped(meaning: Meaning, context: Context) -> Meaning:
    """What has happened did not happen after publication, and what is to come does not come before it."""
    view, days = context.view, meaning.days
    untold = meaning.undated and meaning.earliest is None and meaning.latest is None
    names_it = days is not None and (view.adverbial or meaning.here)
    if (
        context.published is None
        or meaning.other
        or meaning.value == "PRESENT_REF"
        or not (untold or names_it)
    ):
        return meaning
    known = Known(*days) if days else Known()
    return meaning.between(ends("in", known, context) or (known.first, known.last))
