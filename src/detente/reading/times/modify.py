"""What an expression means and the modifiers around it in; the narrowed or opened interval and the mod out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from detente.knowledge.time_rules import Bound, Modifier
from detente.reading.times.meaning import Context, Meaning
from detente.reading.times.values import Days, add_months

DAY = timedelta(days=1)


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
    if days is None:
        return replace(meaning, mod=mod)
    if modifier.part:
        return replace(narrowed(meaning, modifier.part), mod=mod)
    within = (
        meaning.mod == "END" or "T" in meaning.value
    )  # before the end of June, or before noon, is still in it
    return replace(meaning, mod=mod).between(_bounded(days, modifier.bound, context, within=within))


def _bounded(
    days: Days, bound: Bound | None, context: Context, *, within: bool
) -> tuple[date | None, date | None]:
    """The ends that a preposition leaves: what is to come "by Friday" comes between publication and Friday."""
    now, looks = context.published, context.view.looks
    opens = now if now and looks == "future" and now <= days.last else None
    closes = now if now and looks == "past" else None
    match bound:
        case "from":
            return max(days.first, opens or days.first), closes if closes and closes >= days.first else None
        case "after":
            return days.last + (0 if within else 1) * DAY, closes if closes and closes >= days.last else None
        case "until":
            return opens, days.last
        case "before" if within:
            return opens, days.last
        case "before":
            return opens if opens and opens < days.first else None, days.first - DAY
    return days


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
    now, days, view = context.published, meaning.days, context.view
    if now is None or meaning.value == "PRESENT_REF":
        return meaning
    if meaning.earliest is None and meaning.latest is None and meaning.undated:
        return (
            replace(meaning, latest=now)
            if view.looks == "past"
            else replace(meaning, earliest=now if view.looks == "future" else None)
        )
    if days is None or not days.first <= now <= days.last:
        return meaning
    if meaning.other or not (view.adverbial or meaning.here):
        return meaning
    if view.looks == "past":
        return replace(meaning, latest=now)
    ahead = view.looks == "future" and not view.weak  # "it is the third visit this year" is told of what was
    return replace(meaning, earliest=now) if ahead else meaning
