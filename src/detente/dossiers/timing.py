"""An account and a dossier in, what their times say for and against one happening out; None rules it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.dossiers.facets import Facets
from detente.dossiers.intervals import FAR, Interval, gap, iso_day, width
from detente.dossiers.profiles import Part, Profile

UNDATED = 0.5  # the most that a meeting counts for when one of the two reports gives no date


def when(new: Facets, old: Profile) -> list[Part] | None:
    """Held against held, plan against plan, and what was held against what was planned."""
    plans = (*new.plans, *new.old)
    if new.put_off and not new.held and old.members[-1].ongoing:
        return [(0.2, "put off while it went on")]
    if new.held and (old.held or old.told):
        return _held(new, old)
    if new.held and old.plans:
        return _kept(new, old)
    if plans and (old.held or old.told):
        return _after(new, plans, old)
    if plans and old.plans:
        return _planned(new, plans, old)
    return _undated_plan(new, old)


def _undated_plan(new: Facets, old: Profile) -> list[Part]:
    """No date to compare: what the stages say, where one report follows on the other."""
    if (old.held or old.told) and new.phase in ("coming", "off"):
        if new.denied and new.day - old.members[-1].day <= new.family.fresh:
            return [(0.6, "denied within days of the report that it took place")]
        if not new.definite:
            return [(-1.0, "it took place already")]
    last = old.members[-1]
    if new.phase == "off" and (_last(old.plans) >= new.day if old.plans else last.phase == "coming"):
        return [(0.2, "called off or denied before its day came")]
    if new.phase == "past" and last.phase == "coming" and not old.plans:
        return [(0.3, "it took place after it was planned for no day")]
    if last.refused and new.phase == "past" and not new.family.persons:
        return [(0.2, "it was refused, and is done after all")]
    if last.phase == "off" and not (last.put_off or last.denied) and new.phase != "off":
        return [(0.2, "planned again after all")] if new.moved else [(-0.5, "it was called off")]
    return [(-0.1, "no date to compare")]


def _held(new: Facets, old: Profile) -> list[Part] | None:
    """Two reports of the past; one without a date is taken to tell of the last days before it."""
    if new.vague and not old.held:
        return _undated(new, old)
    dated = bool(old.held) and not new.vague
    mine, theirs, days = _nearest(new.held, old.held or old.told)
    if days == 0:
        weight, reason = _meeting(mine, theirs)
        return [(weight if dated else min(weight, UNDATED), reason)]
    if days <= new.family.held_apart:
        return [(-0.1, f"{days} days apart")]
    if new.vague and _told_again(new, days):
        return [(-0.3, "told again later, without a date")]
    return None


def _undated(new: Facets, old: Profile) -> list[Part] | None:
    """Two undated reports: by their days of publication; where each day has its own happening, the same day."""
    days = min(abs(new.day - last) for _, last in old.told if last is not None)
    if days <= (new.family.fresh if new.family.held_apart else 0):
        return [(0.2, f"both without a date, {days} days apart")]
    return [(-0.3, "told again later, without a date")] if _told_again(new, days) else None


def _told_again(new: Facets, days: int) -> bool:
    """Whether "the visit", without a date, may be one of weeks ago; not where every day has its own ("the strikes")."""
    return new.definite and new.family.held_apart > 0 and days <= new.family.window


def _kept(new: Facets, old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(new.held, old.plans)
    if days == 0:
        weight, _ = _meeting(mine, theirs)
        return [(weight, f"it took place when it was planned for: {_say(theirs)}")]
    if days <= max(new.family.held_apart, 1):
        return [(0.1, "it took place about when it was planned for")]
    if any(member.put_off for member in old.members[-3:]) and (mine[0] or FAR) > _last(old.plans):
        return [(0.0, f"it was put off, and took place {days} days after a planned date")]
    if new.moved and days <= new.family.plan_apart:
        return [(0.0, f"it took place {days} days from a planned date, and is said to have been moved")]
    if days <= new.family.plan_apart and _last(old.plans) < FAR and new.day >= _last(old.plans):
        return [(-0.5, f"it took place {days} days from a planned date")]
    return [(-2.0, "it took place at another time than planned")]


def _after(new: Facets, plans: Sequence[Interval], old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(plans, old.held or old.told)
    if new.phase == "coming" and _last([mine]) > new.day >= _last([theirs]):
        return [(-2.0, "still to come, though another took place")]
    if days == 0:
        return [_meeting(mine, theirs)]
    if days <= max(new.family.held_apart, 1):
        return [(0.0, "planned about when it took place")]
    return [(-2.0, "it took place already, at another time")]


def _planned(new: Facets, plans: Sequence[Interval], old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(plans, old.plans)
    if days == 0:
        return [_meeting(mine, theirs)]
    if new.put_off and new.definite and _last(old.plans) >= new.day:
        return [(0.2, "put off before its day came")]
    if new.moved and _last(old.plans) >= new.day:
        return [(0.0, "another date, but it was moved before its day came")]
    if new.moved or any(member.put_off for member in old.members[-3:]):
        return [(-0.2, "another date, but it was moved")]
    if old.members[-1].denied and days <= new.family.plan_apart:
        return [(-0.1, "another date, after a rumour was denied")]
    if old.members[-1].phase == "off" and new.phase == "coming":
        return [(-0.8 if days <= new.family.plan_apart else -2.0, "another date after it was called off")]
    if days <= new.family.plan_apart:
        return [(-0.3, f"dates {days} days apart")]
    return [(-2.0, f"dates {days} days apart")]


def _meeting(mine: Interval, theirs: Interval) -> Part:
    days = width(mine, theirs)
    weight = 1.2 if days <= 1 else 0.8 if days <= 7 else 0.5 if days <= 31 else 0.2
    return (weight, f"the dates meet: {_say(mine)} and {_say(theirs)}")


def _nearest(mine: Sequence[Interval], theirs: Sequence[Interval]) -> tuple[Interval, Interval, int]:
    """The two intervals that lie closest, the narrowest of those."""
    days, _, one, other = min(
        ((gap(a, b), width(a, b), a, b) for a in mine for b in theirs),
        key=lambda found: (found[0], found[1]),
    )
    return one, other, days


def _last(intervals: Iterable[Interval]) -> int:
    return max(FAR if last is None else last for _, last in intervals)


def _say(interval: Interval) -> str:
    first, last = (iso_day(end) if end is not None else "?" for end in interval)
    return first if first == last else f"{first} to {last}"
