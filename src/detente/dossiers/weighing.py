"""An account and a dossier as known before it in, a score with reasons out; None when they cannot be one happening.

The weights were chosen by hand on half of the stories in `tests/stories`; `LEAST` is what a link needs. Parties
alone (1.3 with the same kind) suffice, one firm difference (other people, another date) outweighs them.
"""

from __future__ import annotations

from detente.dossiers.facets import Facets, by_party
from detente.dossiers.intervals import Interval, gap, width
from detente.dossiers.profiles import Part, Profile
from detente.dossiers.timing import when

LEAST = 1.0
AT_HOME = 0.4  # a state is busy with itself; that it is on both sides says no more than one side in common
TELLING, AT_LENGTH = 3, 7  # words on what it is about, of which one that tells of the same has one, or two
SAME_MONTH, DAYS_OF_VISIT, YEAR = 31, 4, 366  # days


def weigh(new: Facets, old: Profile) -> tuple[float, tuple[str, ...]] | None:
    """Score and reasons for taking the account into the dossier; None when something rules it out."""
    parts: list[Part] = []
    for judge in (_in_reach, _sides, _kinds, _people, _matter, _place, when, _words, _apart):
        part = judge(new, old)
        if part is None:
            return None
        parts += part
    score = round(sum(weight for weight, _ in parts), 3)
    return score, tuple(f"{reason} ({weight:+.1f})" for weight, reason in parts if weight)


def _in_reach(new: Facets, old: Profile) -> list[Part] | None:
    """After a long silence only a day that was given before tells that it is the same, or a plan that is still to come."""
    last = old.members[-1].day
    if new.day - last <= new.family.window:
        return []
    mine, theirs = (*new.plans, *new.old, *new.held), (*old.plans, *old.held)
    met = [(a, b) for a in mine for b in theirs if gap(a, b) == 0]
    awaited = any(_awaited(b, last, new.day) for _, b in met if b in old.plans)
    return [] if awaited or any(width(a, b) <= SAME_MONTH for a, b in met) else None


def _awaited(plan: Interval, told: int, today: int) -> bool:
    """Whether the time that it was told for, of a year at most, was not over when the next report came: "in the second half"."""
    return plan[1] is not None and plan[1] + DAYS_OF_VISIT >= today and plan[1] - told <= YEAR


def _sides(new: Facets, old: Profile) -> list[Part] | None:
    if new.refers is not None:
        return _named(new, new.refers, old)
    if bool(new.parties) != bool(old.parties):
        return None
    shared = _shared(new, old)
    if new.complete and old.complete:
        others = len(shared) < min(2, len(new.parties)) or (len(new.parties) < 2) != (len(old.parties) < 2)
        if others or _reversed(new, old):
            return None
        return [_both(new, old, shared)]
    if not new.complete and not old.complete and (new.parties or old.parties):
        if not shared or _reversed(new, old):
            return None
        return [(0.4, f"the same side, the other not known: {', '.join(sorted(shared))}")]
    if not shared or _reversed(new, old):
        return None if new.parties or old.parties else [(0.3, "no side is known on either")]
    return [(0.4, f"a side in common: {', '.join(sorted(shared))}")]


def _both(new: Facets, old: Profile, shared: frozenset[str]) -> Part:
    if new.at_home:
        return AT_HOME, f"within the same state: {', '.join(shared)}"
    extra = len(new.parties - shared) * len(old.parties - shared)
    return 0.5 if extra else 1.0, f"the same sides: {', '.join(sorted(shared))}"


def _named(new: Facets, named: frozenset[str], old: Profile) -> list[Part] | None:
    """What is told as known, and not whose it is: by the countries that are named around it, or by its town."""
    towns = new.places & old.places if new.family.by_town else frozenset()
    met = (named | new.parties) & old.parties
    at_home = new.reciprocal and len(old.parties) < 2  # talks within one state
    if at_home or not (met or towns) or new.parties - old.parties or _reversed(new, old):
        return None
    weight = 0.8 if old.complete and len(met) > 1 else 0.6
    return [(weight, f"it does not say whose it is, and speaks of {', '.join(sorted(met or towns))}")]


def _shared(new: Facets, old: Profile) -> frozenset[str]:
    """The parties in common; a person whose state one of the two does not know is found by the person."""
    mine = {person: party for party, person in new.persons if party in new.parties}
    theirs = {person: party for party, person in old.persons if party in old.parties}
    people = {mine[p] for p in mine.keys() & theirs.keys() if p in (mine[p], theirs[p])}
    return (new.parties & old.parties) | people


def _reversed(new: Facets, old: Profile) -> bool:
    """Whether a kind that has a direction goes the other way: every actor is a recipient there, and none an actor.

    So too where another than before goes between the same two.
    """
    if not (new.kinds & set(new.family.directed) and old.kinds & set(new.family.directed)):
        return False
    if new.at_home and _crossed(new.doers, new.done_to, old.doers, old.done_to):
        return True
    if len(new.tos & old.tos) > 1 and new.froms and old.froms and not new.froms & old.froms:
        return True
    return _crossed(new.froms, new.tos, old.froms, old.tos)


def _crossed(*sides: frozenset[str]) -> bool:
    """Whether who acts on whom in one is acted upon or acts in the other, and nobody does the same in both."""
    doers, done_to, others, done_to_there = sides
    return bool(doers & done_to_there | done_to & others) and not (doers & others or done_to & done_to_there)


def _kinds(new: Facets, old: Profile) -> list[Part]:
    shared = new.kinds & old.kinds
    if shared:
        return [(0.3, f"the same kind: {', '.join(sorted(shared))}")]
    loose = new.family.persons or (new.kinds | old.kinds) & set(new.family.vague)
    return [(0.0 if loose else -0.2, "another kind of the same family")]


def _people(new: Facets, old: Profile) -> list[Part] | None:
    people, known = by_party(new.persons), by_party(old.persons)
    offices, held = by_party(new.offices), by_party(old.offices)
    parts: list[Part] = []
    touring = _touring(new, old)
    for party in sorted(new.parties):
        mine, theirs = people.get(party), known.get(party)
        my_office, their_office = offices.get(party), held.get(party)
        same_office = (my_office or frozenset()) & (their_office or frozenset())
        if mine and theirs and mine & theirs:
            sure = new.complete and old.complete and (new.family.persons or not new.at_home)
            weight = 0.8 if sure else 0.4  # busy people do much in a week
            parts.append((weight, f"the same person: {', '.join(sorted(mine & theirs))}"))
        elif touring and party not in touring:
            parts.append((0.0, f"others of {party} during the visit"))
        elif mine and theirs and not (same_office and _one_unnamed(new, old, party)):
            parts.append((-3.0, f"other people of {party}"))
        elif same_office:
            parts.append((0.5, f"the same office of {party}: {', '.join(sorted(same_office))}"))
        elif my_office and their_office:
            parts.append((-2.5, f"another office of {party}"))
    if new.family.persons or new.at_home:
        return parts
    return [(max(weight, -0.2), reason) for weight, reason in parts]


def _matter(new: Facets, old: Profile) -> list[Part]:
    """What the words say it is about, where the sides do not tell it from others; the report that fits best counts."""
    at_home = new.at_home and len(old.parties) == 1
    half = new.refers is None and not (new.complete and old.complete)
    if not (new.family.matter or at_home or half):
        return []
    told = max((m.matter for m in old.members), key=lambda words: len(words.keys() & new.matter.keys()))
    shared = told.keys() & new.matter.keys()
    if len(shared) > 1:
        return [(0.3, f"on the same matter: {', '.join(sorted(new.matter[stem] for stem in shared))}")]
    fewest = min(len(new.matter), len(told))
    if not shared and fewest >= TELLING:
        return [(-0.9 if new.family.matter or at_home else -0.6, "on another matter")]
    doubt = 0.5 if at_home else 0.3 if half and fewest >= AT_LENGTH else 0.0
    return [(-doubt, "little tells that they are on the same matter")]


def _touring(new: Facets, old: Profile) -> frozenset[str]:
    """The parties of visitors who are the same in one report, or on the same days: a guest meets several hosts."""
    guests = new.froms if new.kinds & set(new.family.directed) else old.froms
    directed = (new.kinds | old.kinds) & set(new.family.directed)
    mine, theirs = (*new.plans, *new.held), (*old.plans, *old.held)
    at_once = any(m.document == new.document for m in old.members)
    at_once = at_once or any(gap(a, b) == 0 and width(a, b) <= DAYS_OF_VISIT for a in mine for b in theirs)
    if not (directed and at_once):
        return frozenset()
    return frozenset(party for party, _ in new.persons & old.persons if party in guests)


def _one_unnamed(new: Facets, old: Profile, party: str) -> bool:
    """Whether one of two who differ is only known as who held the office, and the other by name.

    A table of offices falls behind the world; the report that names a minister does not.
    """
    mine, theirs = (all(one in who.unnamed for one in who.persons if one[0] == party) for who in (new, old))
    return mine != theirs


def _place(new: Facets, old: Profile) -> list[Part]:
    if new.places & old.places:
        return [(0.3, f"the same place: {', '.join(sorted(new.places & old.places))}")]
    if new.places and old.places and new.family.places:
        return [(-1.8, "another town")]
    if new.lands and old.lands and not new.lands & old.lands:
        if new.moved and new.kinds & old.kinds and not any(m.put_off for m in old.members):
            return [(-0.2, "another country, but it was moved")]
        return [(-1.6, "not where the visit goes") if _elsewhere(new, old) else (-0.8, "another country")]
    return []


def _elsewhere(new: Facets, old: Profile) -> bool:
    """Whether the two meet in a third land, and one was to visit the other: "met in Zenda after the visit fell through"."""
    visits = set(new.family.directed)
    lands = new.lands if old.kinds <= visits else frozenset[str]()
    return bool(lands) and not new.kinds & visits and not lands & new.parties


def _words(new: Facets, old: Profile) -> list[Part]:
    if new.again and not new.definite and (old.held or old.told):
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
    if new.refers is None and any(m.document == new.document and m.kinds & new.kinds for m in old.members):
        parts.append((-2.0, "told apart from it in the same report"))
    return parts
