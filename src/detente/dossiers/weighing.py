"""An account and a dossier as known before it in, a score with reasons out; None when they cannot be one happening.

The weights were chosen by hand on half of the stories in `tests/stories`; `LEAST` is what a link needs. Parties
alone (1.3 with the same kind) suffice, one firm difference (other people, another date) outweighs them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.dossiers.facets import Facets, Pairs, by_party
from detente.dossiers.intervals import FAR, Interval, gap, iso_day, width

LEAST = 1.0


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What the earlier accounts of a dossier say together."""

    dossier: str
    members: tuple[Facets, ...]
    parties: frozenset[str]
    froms: frozenset[str]
    tos: frozenset[str]
    kinds: frozenset[str]
    persons: Pairs
    offices: Pairs
    lands: frozenset[str]
    places: frozenset[str]
    plans: tuple[Interval, ...]
    held: tuple[Interval, ...]
    complete: bool


Part = tuple[float, str]


def profile_of(dossier: str, members: Sequence[Facets]) -> Profile:
    """The profile of accounts in order of publication."""
    sure = [m for m in members if not m.vague] or members
    return Profile(
        dossier=dossier,
        members=tuple(members),
        parties=_union(m.parties for m in members),
        froms=_union(m.froms for m in members),
        tos=_union(m.tos for m in members),
        kinds=_union(m.kinds for m in members),
        persons=frozenset(pair for m in members for pair in m.persons),
        offices=frozenset(pair for m in members for pair in m.offices),
        lands=_union(m.lands for m in members),
        places=_union(m.places for m in members),
        plans=tuple(i for m in members for i in (*m.plans, *m.old)),
        held=tuple(i for m in sure for i in m.held),
        complete=any(len(m.parties) > 1 for m in members),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def weigh(new: Facets, old: Profile) -> tuple[float, tuple[str, ...]] | None:
    """Score and reasons for taking the account into the dossier; None when something rules it out."""
    parts: list[Part] = []
    for judge in (_sides, _kinds, _people, _place, _time, _words, _apart):
        part = judge(new, old)
        if part is None:
            return None
        parts += part
    score = round(sum(weight for weight, _ in parts), 3)
    return score, tuple(f"{reason} ({weight:+.1f})" for weight, reason in parts if weight)


def _sides(new: Facets, old: Profile) -> list[Part] | None:
    shared = _shared(new, old)
    if len(new.parties) > 1 and old.complete:
        if len(shared) < 2:
            return None
        if _reversed(new, old):
            return None
        extra = len(new.parties - shared) * len(old.parties - shared)
        return [(0.5 if extra else 1.0, f"the same sides: {', '.join(sorted(shared))}")]
    if len(new.parties) < 2 and not old.complete and (new.parties or old.parties):
        return [(0.7, f"the same side: {', '.join(sorted(shared))}")] if shared else None
    if not shared:
        return None if new.parties or old.parties else [(0.3, "no side is known on either")]
    return [(0.5, f"a side in common: {', '.join(sorted(shared))}")]


def _shared(new: Facets, old: Profile) -> frozenset[str]:
    """The parties in common; a person whose state one of the two does not know is found by the person."""
    mine = {person: party for party, person in new.persons if party in new.parties}
    theirs = {person: party for party, person in old.persons if party in old.parties}
    people = {mine[p] for p in mine.keys() & theirs.keys() if p in (mine[p], theirs[p])}
    return (new.parties & old.parties) | people


def _reversed(new: Facets, old: Profile) -> bool:
    """Whether a kind that has a direction goes the other way: every actor is a recipient there, and none an actor."""
    if not (new.kinds & set(new.family.directed) and old.kinds & set(new.family.directed)):
        return False
    crossed = (new.froms & old.tos) | (new.tos & old.froms)
    straight = (new.froms & old.froms) | (new.tos & old.tos)
    return bool(crossed) and not straight


def _kinds(new: Facets, old: Profile) -> list[Part]:
    shared = new.kinds & old.kinds
    if shared:
        return [(0.3, f"the same kind: {', '.join(sorted(shared))}")]
    return [(0.0, "kinds of one family")]


def _people(new: Facets, old: Profile) -> list[Part] | None:
    people, known = by_party(new.persons), by_party(old.persons)
    offices, held = by_party(new.offices), by_party(old.offices)
    parts: list[Part] = []
    for party in sorted(new.parties):
        mine, theirs = people.get(party), known.get(party)
        my_office, their_office = offices.get(party), held.get(party)
        if mine and theirs and mine & theirs:
            parts.append((0.8, f"the same person: {', '.join(sorted(mine & theirs))}"))
        elif mine and theirs:
            parts.append((-3.0, f"other people of {party}"))
        elif my_office and their_office and my_office & their_office:
            parts.append((0.5, f"the same office of {party}: {', '.join(sorted(my_office & their_office))}"))
        elif my_office and their_office:
            parts.append((-2.5, f"another office of {party}"))
    if new.family.persons:
        return parts
    return [(max(weight, -0.2), reason) for weight, reason in parts]


def _place(new: Facets, old: Profile) -> list[Part]:
    if new.places & old.places:
        return [(0.3, f"the same place: {', '.join(sorted(new.places & old.places))}")]
    if new.lands and old.lands and not new.lands & old.lands:
        return [(-0.8, "another country")]
    return []


def _time(new: Facets, old: Profile) -> list[Part] | None:
    """Held against held, plan against plan, and what was held against what was planned."""
    plans = (*new.plans, *new.old)
    if new.held and old.held:
        return _held(new, old)
    if new.held and old.plans:
        return _kept(new, old)
    if plans and old.held:
        return _after(new, plans, old)
    if plans and old.plans:
        return _planned(new, plans, old)
    if old.held and new.phase == "coming" and not new.definite:
        return [(-1.0, "it took place already")]
    return [(-0.1, "no date to compare")]


def _held(new: Facets, old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(new.held, old.held)
    if days == 0:
        return [_meeting(mine, theirs)]
    if days <= new.family.held_apart:
        return [(-0.1, f"{days} days apart")]
    if new.vague and new.definite and days <= new.family.window:
        return [(-0.3, "told again later, without a date")]
    return None


def _kept(new: Facets, old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(new.held, old.plans)
    if days == 0:
        weight, _ = _meeting(mine, theirs)
        return [(weight, f"it took place when it was planned for: {_say(theirs)}")]
    if days <= max(new.family.held_apart, 1):
        return [(0.1, "it took place about when it was planned for")]
    if days <= new.family.plan_apart and _last(old.plans) < FAR and new.day >= _last(old.plans):
        return [(-0.5, f"it took place {days} days from a planned date")]
    return [(-2.0, "it took place at another time than planned")]


def _after(new: Facets, plans: Sequence[Interval], old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(plans, old.held)
    if days == 0:
        return [_meeting(mine, theirs)]
    if days <= max(new.family.held_apart, 1):
        return [(0.0, "planned about when it took place")]
    return [(-2.0, "it took place already, at another time")]


def _planned(new: Facets, plans: Sequence[Interval], old: Profile) -> list[Part] | None:
    mine, theirs, days = _nearest(plans, old.plans)
    if days == 0:
        return [_meeting(mine, theirs)]
    if new.moved or any(member.phase == "off" for member in old.members[-3:]):
        return [(-0.2, "another date, but it was moved")]
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


def _words(new: Facets, old: Profile) -> list[Part]:
    if new.again and not new.definite and old.held:
        return [(-0.8, "told as another one")]
    if new.definite:
        return [(0.3, "told as known")]
    return []


def _apart(new: Facets, old: Profile) -> list[Part]:
    parts: list[Part] = []
    days = new.day - old.members[-1].day
    if days <= 3:
        parts.append((0.2, "told within three days"))
    if new.phase == "unsettled":
        parts.append((0.3, "no comment on what was told before"))
    if days > 3:
        parts.append(
            (-round(0.5 * min(1.0, days / new.family.window), 3), f"{days} days after the last report")
        )
    if any(member.document == new.document and member.kinds & new.kinds for member in old.members):
        parts.append((-1.5, "told apart from it in the same report"))
    return parts
