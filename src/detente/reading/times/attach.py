"""A parsed text and its time expressions in; for each verb or noun, the expressions that date it, out.

The preposition is kept, because a visit "scheduled for May" was not scheduled in May. "Since 2018" under a noun
or superlative dates what it names, and not the clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from detente.reading.times.outlook import led_by
from detente.reading.tokens import Doc, Span, Token
from detente.records import TimeExpression

DATED = ("VERB", "AUX", "NOUN", "PROPN", "ADJ")
STEPS, OF = 8, "of"


@dataclass(frozen=True)
class AttachedTime:
    """An expression and the preposition that leads from what it dates to it, if there is one.

    listed: it is the date of an entry of a diary, under which the present is what is planned.
    """

    time: TimeExpression
    preposition: str | None
    listed: bool = False


def attach_times(doc: Doc, times: Sequence[TimeExpression]) -> Mapping[int, tuple[AttachedTime, ...]]:
    """By the index of the token that is dated. A range stands for its two ends; sets and their like are kept."""
    attached: dict[int, list[AttachedTime]] = {}
    ranges = _holders(times)
    for time in times:
        if _dates_nothing(time) or (ranges and any(_inside(time, other) for other in ranges)):
            continue
        span = doc.char_span(*time.span, alignment_mode="expand")
        if span is None:
            continue
        place = _lasting(time, span) or _climb(span)
        if place is not None:
            attached.setdefault(place[0], []).append(AttachedTime(time, place[1][0] if place[1] else None))
    return {token: tuple(those) for token, those in attached.items()}


def _holders(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The ranges that hold other expressions, one of which stands next to them in the order of the text."""
    beside = zip((None, *times), times, (*times[1:], None), strict=False)
    return [
        time
        for before, time, after in beside
        if time.type == "DURATION" and any(other and _inside(other, time) for other in (before, after))
    ]


def _dates_nothing(time: TimeExpression) -> bool:
    """ "The first visit in seven years": for so long there was none, and this one is not dated by it."""
    return time.type == "DURATION" and time.earliest is None and time.latest is not None


def _inside(time: TimeExpression, other: TimeExpression) -> bool:
    return time is not other and other.span.start <= time.span.start and time.span.end <= other.span.end


def _lasting(time: TimeExpression, span: Span) -> tuple[int, list[str]] | None:
    """ "Two days of talks", of which the days are known: the talks, and not what they are part of."""
    if time.type != "DURATION" or time.earliest is None or time.latest is None:
        return None
    of = next((c for c in span.root.rights if c.lower_ == OF and c.dep_ == "prep"), None)
    held = (
        next((c for c in of.rights if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
        if of is not None
        else None
    )
    return (held.i, []) if held is not None else None


def _climb(span: Span) -> tuple[int, list[str]] | None:
    """What is dated, and the prepositions between it and the expression, the nearest to the expression first."""
    root, words = span.root, list[str]()
    token = root
    leader = led_by(span)
    if leader is not None:
        token, words = leader, [leader.lower_]
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return None if token is root else (token.i, words)
        if head.pos_ in ("ADP", "SCONJ") or head.dep_ == "prep":
            words += [] if _in_adverb(head) else [head.lower_]
        elif head.pos_ in DATED and not span.start <= head.i < span.end and not _dates_no_event(head):
            return head.i, words
        token = head
    return None


def _dates_no_event(head: Token) -> bool:
    """A modal, the hour of "at nine o'clock tomorrow", "put off, this time to May": what is dated stands above them."""
    led = head.dep_ == "npadvmod" and any(c.dep_ == "prep" for c in head.children)
    return led or head.tag_ == "MD" or head.lower_ in ("o'clock", "o’clock")


def _in_adverb(preposition: Token) -> bool:
    """ "As" in "as early as next week", "than" in "no later than June": it leads the adverb and not the time."""
    return preposition.i > 0 and preposition.doc[preposition.i - 1].pos_ == "ADV"
