"""A draft without a day in, the day that is counted from the day of the deed beside it out.

"Recalled its envoy on Friday, a day after Sylvania expelled two diplomats": on Thursday. "Hours after": the same day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from detente.coding.coming import Attached
from detente.coding.days_beside import verb_of
from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph
from detente.reading.tokens import Token
from detente.records import TimeExpression

SIDES = {"after": -1, "before": 1}  # of the deed that is told first: what it came after was earlier
HOURS, DAYS = re.compile(r"PT[\dX.]+[HMS]"), re.compile(r"P(\d+)D")
ON, DURATION, DATE, LENGTH_OF_A_DAY = ("on", None), "DURATION", "DATE", len("2013-02-12")
MARK, INSIDE = "mark", "pobj"
WHY = "counted from the day of what is told beside it"


def counted_day(
    draft: Draft, statuses: Statuses, attached: Attached, published: str | None
) -> TimeExpression | None:
    """None where the text counts no hours or days, or has no day for what they are counted from."""
    verb = verb_of(draft, statuses)
    mark = _mark(statuses.graph.doc[draft.head], verb.head if verb else draft.head, statuses.graph)
    if mark is None or published is None:
        return None
    apart = _apart(mark, attached)
    day = _day_of(mark, attached, published)
    if apart is None or day is None:
        return None
    value = (date.fromisoformat(day.value) + timedelta(days=apart * SIDES[mark.lower_])).isoformat()
    if value > published[:10]:
        return None
    return msgspec.structs.replace(day, value=value, earliest=value, latest=value, note=WHY)


def _mark(noun: Token, verb: int, graph: Graph) -> Token | None:
    """ "after" before the clause of the verb, or before the noun itself ("a day after the expulsion of")."""
    if noun.dep_ == INSIDE and noun.head.lower_ in SIDES:
        return noun.head
    token = graph.doc[verb]
    return next((c for c in token.lefts if c.dep_ == MARK and c.lower_ in SIDES), None)


def _apart(mark: Token, attached: Attached) -> int | None:
    """How many days the two are apart by the count before the mark."""
    end = mark.nbor(-1).idx + len(mark.nbor(-1)) if mark.i else 0
    for item in (item for those in attached.values() for item in those):
        if item.time.type == DURATION and item.time.span.end == end:
            days = DAYS.fullmatch(item.time.value)
            if days or HOURS.fullmatch(item.time.value):
                return int(days[1]) if days else 0
    return None


def _day_of(mark: Token, attached: Attached, published: str) -> TimeExpression | None:
    """The one day that the sentence has named before the count."""
    start = mark.doc[mark.sent.start].idx
    items = (item for those in attached.values() for item in those)
    named = {
        item.time.value: item.time
        for item in items
        if start <= item.time.span.start < mark.idx and item.preposition in ON and _is_day(item.time)
    }
    if len(named) != 1:
        return None
    day = next(iter(named.values()))
    return day if (day.latest or "~") <= published[:10] else None


def _is_day(time: TimeExpression) -> bool:
    return time.type == DATE and len(time.value) == LENGTH_OF_A_DAY
