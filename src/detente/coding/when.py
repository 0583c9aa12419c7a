"""A draft and the times of the text in, the event's time and the time of its status out.

The time of what is planned, postponed, cancelled or declined is the one that it is or was planned for; when it
was put off or refused is another (DESIGN: `status_time`). Nothing ever becomes the day of publication.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from detente.coding.coming import Attached
from detente.coding.days_beside import (
    is_of_the_reaction,
    times_of_effect,
    times_of_its_day,
    times_of_what_it_was_done_by,
    was_said_before,
)
from detente.coding.drafting.draft import Draft
from detente.coding.narrowest import narrowest
from detente.coding.standing.composing import Applied
from detente.reading.graph import Governor, Graph, Predicate
from detente.reading.times import AttachedTime
from detente.reading.times.values import days_of
from detente.reading.tokens import Token
from detente.records import Time, TimeExpression

COMING = ("planned", "scheduled", "proposed", "hypothetical")
OFF = ("postponed", "cancelled", "declined")
PAST = ("occurred",)
LATER, POSTPONED, OLD = ("before", "until", "till"), "postponed", "the time that it was planned for"
SAME_DAY = ("subject", "object", "at", "during")  # of a verb: "raised it at a dinner on Thursday"
# on the margins of a fair, without a result, for talks on Monday
OCCASIONS = ("on", "at", "during", "without", "for")
EXCHANGE, PARTS = "prisoner exchange", ("as", "under")  # a kind
OCCASION = ("at",)  # "will sign it at a ceremony on Thursday"
CALL, DURING = "call", ("in", "during")  # a kind; "assured him in a call on Thursday that"
PREDICATIVE = "acomp"
LENGTH_OF_A_DAY = len("2013-02-12")
NOT_YET, SOONEST = "BEFORE", "ON_OR_AFTER"  # of a time
LASTING, WHEN = frozenset({"since"}), "when"
NOT_OF_THE_EVENT = frozenset({"since", "despite", "unlike", "than", "like", "ahead of"})


def time_of(
    draft: Draft, graph: Graph, attached: Attached, published: str | None
) -> tuple[Time | None, str | None]:
    """The event's time, or None and the reason why it is not known."""
    under = (e for a in draft.applied for e in _times_under(a, graph, attached, published))
    for expressions in (
        _new_times(draft, attached),
        _own_times(draft, graph, attached),
        _times_before_when(draft, graph, attached),
        under,
        _times_to_come(draft, graph, attached, published),
        _times_of_the_occasion(draft, graph, attached),
        _times_beside(draft, graph, attached, published),
    ):
        if found := narrowest(tuple(e for e in expressions if _may_be(e, draft, published))):
            return _told_as(as_time(found), draft, graph, attached), None
    if draft.status in PAST and published:
        return Time(latest=published[:10], inferred="reported as past"), None
    return None, "the text gives no time for it"


def _may_be(time: TimeExpression, draft: Draft, published: str | None) -> bool:
    """Not "within 72 hours", "until Friday" of those who were told to leave: what was done has no day to come."""
    if draft.status not in PAST or published is None:
        return True
    over = time.earliest == time.latest or (time.latest or "") <= published[:10]
    ahead = (
        len(time.value) == LENGTH_OF_A_DAY and time.value > published[:10]
    )  # "Sunday" may be the last or the next
    return over or not (time.type == "DURATION" or ahead)


def _told_as(time: Time, draft: Draft, graph: Graph, attached: Attached) -> Time:
    """ "Put off next month's exercise", "will not take place on Friday as planned": the time that it was planned for
    stands on the noun itself, or is the one on which it will not come."""
    if draft.status != POSTPONED:
        return time
    later = {*LATER, *(p for applied in draft.applied for p in applied.operator.time)}
    for head in _own_heads(draft, graph):
        verb = graph.predicates.get(head)
        then = (i for i in attached.get(head, ()) if i.time.span == time.span and i.preposition not in later)
        if verb is not None and (verb.negated or verb.pos == "noun") and any(then):
            return msgspec.structs.replace(time, inferred=OLD)
    return time


def status_time_of(draft: Draft, graph: Graph, attached: Attached, published: str | None) -> Time | None:
    """When the event was put off, called off, refused or agreed, if the text says so."""
    for applied in reversed(draft.applied):
        if applied.operator.status is None:
            continue
        mine = set(_times_under(applied, graph, attached, published))
        for item in attached.get(applied.head, ()):
            if item.time not in mine and _dates(item):
                return as_time(item.time)
    return None


def _times_of_the_occasion(draft: Draft, graph: Graph, attached: Attached) -> Iterator[TimeExpression]:
    """ "Will meet on the sidelines of next month's fair", "will meet for talks on 3 May"."""
    for head in _own_heads(draft, graph) if draft.reciprocal else ():
        for noun in _occasions(graph.doc[head]):
            yield from (item.time for item in attached.get(noun.i, ()) if _dates(item))


def _times_beside(
    draft: Draft, graph: Graph, attached: Attached, published: str | None
) -> Iterator[TimeExpression]:
    """Of what it was done by, from when on it holds, and the day of it that is told of."""
    token = graph.doc[draft.head]
    items = [*times_of_effect(token, graph, attached)]
    if draft.status in PAST:
        items += times_of_what_it_was_done_by(token, graph, attached)
        days = times_of_its_day(token, graph, attached)
        items += (item for item in days if published and (item.time.latest or "") <= published[:10])
    yield from (item.time for item in items if _dates(item))


def _occasions(token: Token, prepositions: Collection[str] = OCCASIONS) -> Iterator[Token]:
    """The nouns behind such a preposition, and what they are the margins of."""
    for preposition in token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in prepositions:
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    yield noun
                    yield from _occasions(noun, ("of",))


def _new_times(draft: Draft, attached: Attached) -> Iterator[TimeExpression]:
    """ "Put off from March to June": the new time, before the old one that stands on the event."""
    if draft.status != POSTPONED:
        return
    for applied in draft.applied:
        for item in attached.get(applied.head, ()):
            if item.preposition in applied.operator.time and _dates(item):
                yield item.time


def _own_times(draft: Draft, graph: Graph, attached: Attached) -> Iterator[TimeExpression]:
    """Times on the trigger, on the verb that carries it, and on a verb that only says that it takes place."""
    operators = {a.head for a in draft.applied if a.operator.status is not None}
    for head in _own_heads(draft, graph):
        if head in operators:
            continue
        for item in attached.get(head, ()):
            if _dates(item) and not is_of_the_reaction(head, item, draft, graph):
                yield _said_at(head, item.time, graph)


def _said_at(head: int, time: TimeExpression, graph: Graph) -> TimeExpression:
    """ "Will not take place before June": in June or later."""
    verb = graph.predicates.get(head)
    days = days_of(time.value) if time.mod == NOT_YET and verb is not None and verb.negated else None
    if days is None:
        return time
    return msgspec.structs.replace(time, mod=SOONEST, earliest=days.first.isoformat(), latest=None)


def _times_before_when(draft: Draft, graph: Graph, attached: Attached) -> Iterator[TimeExpression]:
    """ "Hosted him on 7 December, when the two signed a pact": the day before the comma."""
    for head in _own_heads(draft, graph):
        opening = graph.doc[head].left_edge
        if opening.lower_ != WHEN or opening.i < 2 or opening.nbor(-1).text != ",":
            continue
        end = opening.nbor(-2).idx + len(opening.nbor(-2))
        items = (item for those in attached.values() for item in those)
        yield from (item.time for item in items if item.time.span.end == end and _dates(item))


def _dates(item: AttachedTime) -> bool:
    """Whether an expression says when: a date, a time of day, or a range with two ends ("January 20-22")."""
    time = item.time
    if item.preposition in LASTING and time.earliest and time.value[:1].isdigit():
        return _goes_on(time)
    range_ = time.type == "DURATION" and time.earliest is not None and time.latest is not None
    return item.preposition not in NOT_OF_THE_EVENT and (range_ or time.type in ("DATE", "TIME"))


def _goes_on(time: TimeExpression) -> bool:
    """ "Has shelled the port since Saturday": the stretch to publication, and no earlier day ("the first since 2010")."""
    own = days_of(time.value)
    return own is not None and time.latest is not None and time.latest > own.last.isoformat()


def _own_heads(draft: Draft, graph: Graph) -> Iterator[int]:
    yield draft.head
    yield from draft.nouns
    predicate = graph.predicates.get(draft.head)
    told = predicate
    if predicate is not None and predicate.carrier is not None:
        yield predicate.carrier
        told = graph.predicates.get(predicate.carrier)
    if told is None or told.pos != "verb" or not told.perfect:  # "admitted on Monday that it had"
        kept = (a for a in draft.applied if a.operator.status is None)
        yield from (a.head for a in kept if not was_said_before(a, draft, graph))
    if predicate is not None and predicate.pos == "noun" and not draft.applied:
        for governor in graph.governors.get(draft.head, ()):
            if _of_that_day(governor, draft) and governor.head in graph.predicates:
                yield governor.head
    if predicate is not None and predicate.pos == "verb":
        yield from predicate.heads(*OCCASION, *(DURING if draft.kind == CALL else ()))
        yield from _parts_of_saying(predicate, graph)


def _parts_of_saying(verb: Predicate, graph: Graph) -> Iterator[int]:
    """ "Was declared unwelcome on Monday", "was allowed to leave on Friday": the day stands on what is said of them."""
    yield from verb.heads("attr")
    if verb.lemma in graph.words["verbs of letting"]:
        yield from verb.heads("clause")


def _of_that_day(governor: Governor, draft: Draft) -> bool:
    """ "Raised it in a call on Sunday"; but who is charged in an attack is charged later.

    Prisoners who left on Sunday "as part of an exchange" are what was exchanged.
    """
    if draft.kind == EXCHANGE and governor.name in PARTS:
        return True
    return governor.name in SAME_DAY or (draft.reciprocal and governor.name == "in")


def _times_under(
    applied: Applied, graph: Graph, attached: Attached, published: str | None
) -> Iterator[TimeExpression]:
    """The times on an operator that belong to the event under it and not to the operator's own act."""
    operator = applied.operator
    said = (c.i for c in graph.doc[applied.head].rights if c.dep_ == PREDICATIVE)  # "is due on Friday"
    for item in (i for head in (applied.head, *said) for i in attached.get(head, ())):
        if not _dates(item):
            continue
        planned = _plans_for(applied, item, graph, published)
        if item.preposition in operator.time or planned or _is_to_come(applied.head, item, graph, published):
            yield _said_at(applied.head, item.time, graph)


def _plans_for(applied: Applied, item: AttachedTime, graph: Graph, published: str | None) -> bool:
    """ "is planning a visit this month": a plan's time is the event's, unless it tells when the plan was made."""
    if applied.operator.status not in COMING:
        return False
    predicate = graph.predicates.get(applied.head)
    if predicate is None or predicate.tense != "past" or published is None:
        return predicate is None or predicate.tense != "past" or predicate.passive
    if predicate.passive:  # "was agreed a year ago"
        return item.time.latest is None or item.time.latest >= published[:10]
    return (item.time.earliest or "") > published[:10]


def _times_to_come(
    draft: Draft, graph: Graph, attached: Attached, published: str | None
) -> Iterator[TimeExpression]:
    """Times above an event that is planned or off which are not those of what they hang on."""
    for head in draft.path if draft.status in (*COMING, *OFF) else ():
        yield from (i.time for i in attached.get(head, ()) if _is_to_come(head, i, graph, published))


def _is_to_come(head: int, item: AttachedTime, graph: Graph, published: str | None) -> bool:
    """ "Rejected talks next week": what somebody did is not done on a day that is still to come."""
    predicate = graph.predicates.get(head)
    done = predicate is not None and predicate.pos == "verb" and predicate.tense == "past"
    return done and _dates(item) and published is not None and (item.time.earliest or "") > published[:10]


def as_time(expression: TimeExpression) -> Time:
    """The event's time as this expression gives it."""
    return Time(
        text=expression.text,
        value=expression.value,
        mod=expression.mod,
        earliest=expression.earliest,
        latest=expression.latest,
        span=expression.span,
        inferred=expression.note,
    )


def with_planned_times(times: Sequence[Time | None], drafts: Sequence[Draft]) -> tuple[Time | None, ...]:
    """Give what was put off or called off the time that the same words say it was planned for.

    Also gives a bare mention ("the trip") the time of the mention that it points back at.
    """
    planned = {d.head: t for d, t in zip(drafts, times, strict=True) if d.status in COMING and t is not None}
    return tuple(_planned(d, t, planned) for d, t in zip(drafts, times, strict=True))


def _planned(draft: Draft, time: Time | None, planned: Mapping[int, Time]) -> Time | None:
    head = draft.as_in if draft.as_in is not None else draft.head
    takes = time is None and (draft.status in OFF or draft.as_in is not None)
    if not takes or head not in planned:
        return time
    return msgspec.structs.replace(planned[head], inferred=OLD)
