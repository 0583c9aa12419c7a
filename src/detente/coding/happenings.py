"""Drafts with their times in, one number a happening out: mentions of one thing in the world share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon, family_of
from detente.coding.roles.roles import same, sides
from detente.records import Actor, Time

ATTACK = "attack"  # a family
PERSON = "person:"  # how the ids of persons begin
TALKS, MEETINGS = "talks", frozenset({"meeting", "call"})  # a kind, families
EXCHANGE, RELEASE = "prisoner exchange", "release"  # kinds
OLD_PLANS, HELD = ("planned", "scheduled", "postponed"), ("occurred", "under_way")
COMING = ("planned", "scheduled")
FACE_TO_FACE = frozenset({TALKS, "meeting", "negotiations"})  # kinds: what two persons do in one room
ONE_PLAN = (
    "planned",
    "scheduled",
    "proposed",
    "postponed",
    "cancelled",
    "hypothetical",
    "declined",
    "denied",
)


def number_happenings(
    drafts: Sequence[Draft],
    times: Sequence[Time | None],
    taken: Mapping[int, int],
    lexicon: Lexicon,
    title: range = range(0),
) -> tuple[int, ...]:
    """The number of each draft's happening, in order of first mention. title: the tokens of the lead after a title."""
    numbers: list[int] = []
    for n, draft in enumerate(drafts):
        alike = [m for m in range(n) if _is_alike(draft, drafts[m], lexicon, title)]
        same_as = next((m for m in alike if _one(draft, times[n], drafts[m], times[m])), None)
        if same_as is None:
            same_as = next((m for m in alike if _is_named_by_lead(draft, drafts[m], title)), None)
        if same_as is None and n and draft.reciprocal:
            same_as = _announced(draft, times[n], drafts, times, lexicon, before=n)
        if same_as is None and n in taken and _points_at(draft, times[n], taken[n], drafts, times, lexicon):
            same_as = taken[n]
        numbers.append(numbers[same_as] if same_as is not None else max(numbers, default=0) + 1)
    return tuple(numbers)


def _is_named_by_lead(draft: Draft, earlier: Draft, title: range) -> bool:
    """ "Presidents sign treaty": who they are the lead tells, which tells of the same."""
    if draft.head not in title or earlier.head >= title.start or draft.status != earlier.status:
        return False
    nameless = not any(a.country or a.id for a in (*earlier.actors, *earlier.recipients))
    return nameless and any(a.country or a.id for a in draft.actors)


def _announced(
    draft: Draft, time: Time | None, drafts: Sequence[Draft], times: Sequence[Time | None], lexicon: Lexicon,
    *, before: int,
) -> int | None:  # fmt: skip
    """ "Horn speaks with Falk. Otto Horn called Ida Falk on Monday": what opens the text is told in other words."""
    first = drafts[0]
    kinds = {draft.kind, first.kind}
    if TALKS not in kinds or len(kinds) == 1 or not first.reciprocal:
        return None
    families = {family_of(kind, lexicon) for kind in kinds}
    told = any(d.kind == draft.kind for d in drafts[1:before])
    persons = {a.id for a in draft.actors}, {a.id for a in first.actors}
    alike = persons[0] == persons[1] and len(persons[0]) > 1 and None not in persons[0]
    fits = families <= MEETINGS and draft.status == first.status and _compatible(time, times[0])
    return 0 if alike and fits and not told else None


def _points_at(
    draft: Draft, time: Time | None, other: int, drafts: Sequence[Draft], times: Sequence[Time | None],
    lexicon: Lexicon,
) -> bool:  # fmt: skip
    """Whether "the visit" is the earlier one from which it took its sides; another person's visit is not.

    "Signed a pact. ... called the accord a triumph": one deal, by whatever word.
    """
    earlier = drafts[other]
    alike = family_of(draft.kind, lexicon) == family_of(earlier.kind, lexicon)
    alike = alike and _answer(draft.actors, earlier.actors)
    return alike and (_compatible(time, times[other]) or _was_to_be(draft, time, earlier, times[other]))


def _was_to_be(draft: Draft, time: Time | None, earlier: Draft, held: Time | None) -> bool:
    """ "Wrapped up a visit on Tuesday. The trip, originally planned for May, had been put off": one that was held late."""
    if draft.status not in OLD_PLANS or earlier.status not in HELD or time is None or held is None:
        return False
    return time.latest is not None and held.earliest is not None and time.latest < held.earliest


def _is_alike(draft: Draft, earlier: Draft, lexicon: Lexicon, title: range) -> bool:
    """One kind; what a title calls an attack of any kind ("kill two") the lead tells more nearly ("airstrike")."""
    if draft.kind == earlier.kind:
        return True
    if {draft.kind, earlier.kind} <= FACE_TO_FACE:
        return _are_one_pair(draft, earlier)
    if draft.kind == EXCHANGE and earlier.kind == RELEASE and earlier.status in HELD:
        return draft.reciprocal  # "freed a teacher in a swap. The exchange had been delayed"
    if draft.head not in title or earlier.head >= title.start:
        return False
    return family_of(draft.kind, lexicon) == family_of(earlier.kind, lexicon) == ATTACK


def _are_one_pair(draft: Draft, earlier: Draft) -> bool:
    """ "Horn and Falk pledged in talks ... Horn met Falk in Zenda": two persons known by name, and what stands alike."""
    persons = [{a.id for a in d.actors if (a.id or "").startswith(PERSON)} for d in (draft, earlier)]
    alike = persons[0] == persons[1] and all(len(d.actors) == len(persons[0]) > 1 for d in (draft, earlier))
    stand = {draft.status, earlier.status}
    return alike and (len(stand) == 1 or any(stand <= set(way) for way in (HELD, COMING)))


def _one(a: Draft, a_time: Time | None, b: Draft, b_time: Time | None) -> bool:
    if not a.actors or not b.actors:
        return False
    if a.reciprocal and b.reciprocal and _with_others(a.actors, b.actors):
        return False
    if not (
        _answer(a.actors, b.actors)
        and (_answer(a.recipients, b.recipients) or not (a.recipients and b.recipients))
    ):
        swapped = _mutual(a, b) and _answer(a.actors, b.recipients) and _answer(a.recipients, b.actors)
        if not swapped:
            return False
    if a.status in ONE_PLAN and b.status in ONE_PLAN:
        return True
    return _compatible(a_time, b_time)


def _with_others(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether what some do together each is told with somebody that the other is not: "Horn met Falk", "Horn will meet Berg".

    A person may be meant by the state or the body for which he speaks.
    """
    only_one = [a for a in one if a.inferred is None and not any(same(a, b) for b in other)]
    only_other = [b for b in other if b.inferred is None and not any(same(a, b) for a in one)]
    return bool(only_one and only_other) and not any(_may_be(a, b) for a in only_one for b in only_other)


def _may_be(a: Actor, b: Actor) -> bool:
    """Whether one of two may stand for the other: of one state, and not two persons that are known."""
    if a.country is None or b.country is None:
        return a.id is None or b.id is None
    persons = all((x.id or "").startswith(PERSON) for x in (a, b))
    return a.country == b.country and not persons


def _mutual(a: Draft, b: Draft) -> bool:
    """Whether the sides of two mentions may stand the other way round: talks, and an offer with its answer."""
    return a.reciprocal or b.reciprocal or {a.status, b.status} == {"proposed", "declined"}


def _answer(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """A shared person or body, or the same states where one of the two names no more than the state."""
    if any(same(a, b) for a in one for b in other):
        return True
    vague = all(a.id == a.country or a.id is None for a in one) or all(
        b.id == b.country or b.id is None for b in other
    )
    return vague and sides(one, other)


def _compatible(a: Time | None, b: Time | None) -> bool:
    """Whether two intervals may be one: they meet, or one of them is open on the side in question."""
    if a is None or b is None:
        return True
    if a.latest and b.earliest and a.latest < b.earliest:
        return False
    return not (b.latest and a.earliest and b.latest < a.earliest)
