"""The expressions that may date an event, the likeliest first, in; the one that says most of its day out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.records import TimeExpression

NOW, LASTING = "PRESENT_REF", "DURATION"


def narrowest(expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The first, or the narrower one within it: "their second summit this year on 9 April", "will now begin on 3 May"."""
    found = next(iter(expressions), None)
    for other in expressions[1:]:
        narrower = found is not None and _lies_within(other, found) and not _is_end_of(other, found)
        if found is not None and (found.value == NOW or narrower):
            found = other
    return found


def _lies_within(one: TimeExpression, other: TimeExpression) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    inside = other.earliest <= one.earliest and one.latest <= other.latest
    return inside and (one.earliest, one.latest) != (other.earliest, other.latest)


def _is_end_of(day: TimeExpression, lasting: TimeExpression) -> bool:
    """ "Two days of talks ended on Thursday": the first or last of the days that it lasted says less than all."""
    ends = lasting.earliest == day.earliest or lasting.latest == day.latest
    return lasting.type == LASTING and day.earliest == day.latest and ends
