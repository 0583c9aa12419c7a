"""What an expression means and the modifiers around it in; the narrowed or opened interval and the mod out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from detente.knowledge.times import Modifier
from detente.reading.times.resolve import Context, Meaning
from detente.reading.times.values import Days, add_months

DAY = timedelta(days=1)


def apply(meaning: Meaning, modifiers: tuple[Modifier, ...], context: Context) -> Meaning:
    """The innermost modifier comes first; its mod stays, as an expression has only one."""
    for modifier in modifiers:
        meaning = _apply(meaning, modifier, context)
        if meaning.other:
            meaning = replace(meaning, other=_apply(meaning.other, modifier, context))
    return meaning


def _apply(meaning: Meaning, modifier: Modifier, context: Context) -> Meaning:
    mod = modifier.mod if modifier.mod and (meaning.mod is None) else meaning.mod
    days = meaning.days
    if days is None:
        return replace(meaning, mod=mod)
    if modifier.part:
        first, last = third(days, modifier.part)
        return replace(meaning, mod=mod, earliest=first, latest=last)
    return replace(meaning, mod=mod, **_bounded(days, modifier, context))


def _bounded(days: Days, modifier: Modifier, context: Context) -> dict[str, date | None]:
    now = context.published if context.view.looks == "future" else None
    opens = now if now and now <= days.last else None
    match modifier.bound:
        case "from":
            return {"latest": None}
        case "after":
            return {"earliest": days.last + DAY, "latest": None}
        case "until":
            return {"earliest": opens}
        case "before":
            return {"earliest": opens if opens and opens < days.first else None, "latest": days.first - DAY}
    return {}


def third(days: Days, part: str) -> Days:
    """The start, middle or end of a period: ten days of a month, four months of a year, else a third."""
    first, last = days
    length = (last - first).days + 1
    if 28 <= length <= 31 and first.day == 1:
        cuts = (first + 10 * DAY, first + 20 * DAY)
    elif length > 31 and first.day == 1 and (last + DAY).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        cuts = (add_months(first, max(months // 3, 1)), add_months(last + DAY, -max(months // 3, 1)))
    else:
        cuts = (first + max(length // 3, 1) * DAY, last + DAY - max(length // 3, 1) * DAY)
    if length < 3:
        return days
    return {"start": Days(first, cuts[0] - DAY), "mid": Days(cuts[0], cuts[1] - DAY), "end": Days(cuts[1], last)}[part]
