"""States of dossiers and reports in, the relation of two states by week out. Nothing that did not happen counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from detente.dossiers.records import State
from detente.relations.acts import act_of, sides, took_place
from detente.relations.records import Act, Coming, Course, Relation, Told, Week
from detente.relations.smoothing import change_points, smooth

AHEAD = ("proposed", "planned", "scheduled", "unreported")


def relation_of(
    states: Iterable[State],
    one: str,
    other: str | None = None,
    *,
    as_of: str,
    course: Course = "both",
    since: str | None = None,
    told: Sequence[Told] = (),
) -> Relation:
    """The relation of `one` and `other`, or all that `one` does when there is no other.

    states: one of each dossier, made by `counted`. since: the first day whose acts count.
    """
    mine = [state for state in states if _concerns(state, one, other, course)]
    found = [(state, act_of(state)) for state in mine]
    acts = sorted(
        (act for _, act in found if act and (since or act.day) <= act.day <= as_of),
        key=lambda act: (act.day, act.dossier),
    )
    weeks, how = _weeks(acts)
    points, note = change_points([week.mean for week in weeks])
    shown = [coming_of(state, as_of) for state in mine if not took_place(state)]
    ahead = {state.dossier for state in mine if state.status in AHEAD}
    return Relation(
        one=one,
        other=other,
        course=course,
        as_of=as_of,
        weeks=weeks,
        acts=tuple(acts),
        undated=tuple(coming_of(state, as_of) for state, act in found if act is None and took_place(state)),
        coming=_in_order(one for one in shown if one.dossier in ahead and not one.past),
        not_counted=_in_order(one for one in shown if one.dossier not in ahead or one.past),
        told=tuple(told),
        smoothing=how,
        change_points=tuple(weeks[point].start for point in points),
        change_note=note,
    )


def monday(day: str) -> date:
    """The Monday of the week of an ISO day."""
    moment = date.fromisoformat(day)
    return moment - timedelta(days=moment.weekday())


def coming_of(state: State, as_of: str) -> Coming:
    """What is told of a happening that does not count."""
    time = state.time or next((offer.time for offer in state.offers if offer.current), None)
    past = time is not None and time.latest is not None and time.latest < as_of
    return Coming(
        dossier=state.dossier,
        title=state.title,
        status=state.status,
        time=time,
        sources=state.independent_sources,
        past=past or state.status == "unreported",
        voice=state.status_voice,
    )


def _concerns(state: State, one: str, other: str | None, course: Course) -> bool:
    actors, recipients = set(sides(state.actors)), set(sides(state.recipients))
    if other is None:
        return one in actors and bool((actors | recipients) - {one})
    if {one, other} <= actors:  # a mutual act is an act of both
        return True
    out, back = one in actors and other in recipients, other in actors and one in recipients
    return {"both": out or back, "out": out, "back": back}[course]


def _weeks(acts: Sequence[Act]) -> tuple[tuple[Week, ...], str]:
    """Every week from that of the first act to that of the last, and how their levels were made."""
    if not acts:
        return (), "no act"
    groups: dict[date, list[Act]] = {}
    for act in acts:
        groups.setdefault(monday(act.day), []).append(act)
    first, last = min(groups), max(groups)
    starts = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    members = [groups.get(start, []) for start in starts]
    weights = [sum(act.weight for act in week) for week in members]
    means = [_mean(week) for week in members]
    band = smooth(means, weights)
    weeks = (
        Week(
            start=start.isoformat(),
            mean=mean,
            weight=weight,
            counts=dict(sorted(Counter(act.quad for act in week).items())),
            acts=tuple(act.dossier for act in week),
            level=level,
            low=low,
            high=high,
        )
        for start, mean, weight, week, level, low, high in zip(
            starts, means, weights, members, band.level, band.low, band.high, strict=True
        )
    )
    return tuple(weeks), band.how


def _mean(acts: Sequence[Act]) -> float | None:
    weight = sum(act.weight for act in acts)
    return sum(act.intensity * act.weight for act in acts) / weight if acts else None


def _in_order(shown: Iterable[Coming]) -> tuple[Coming, ...]:
    def by_day(one: Coming) -> tuple[str, str]:
        return (one.time.earliest or one.time.latest or "9" if one.time else "9", one.dossier)

    return tuple(sorted(shown, key=by_day))
