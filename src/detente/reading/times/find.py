"""A parsed text and its day of publication in, its time expressions in text order out.

Each is read against the day of publication, the direction in which its clause looks, and what was told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from detente.errors import DocumentError
from detente.knowledge.times import TimeTables
from detente.reading.times.clause import Looks, View
from detente.reading.times.match import Match, find_matches, token_at
from detente.reading.times.meaning import Context, Meaning, span_of
from detente.reading.times.modify import apply, clipped, narrowed
from detente.reading.times.outlook import WITHIN_NAME, led_by, outlook
from detente.reading.times.ranges import find_joined
from detente.reading.times.resolve import resolve
from detente.reading.times.runs import running, runs_by
from detente.reading.tokens import Doc
from detente.reading.tokens import Span as TokenSpan
from detente.records import Span, TimeExpression, TimexType

CLOSE = len(" on ")
WEEK = timedelta(days=6)
GAP = re.compile(r",?\s")
LABEL_ENDS, SOON = re.compile(r"\s*(?:[-–—]{1,2}\s|:)"), timedelta(days=45)
BEFORE = 9  # characters that tell whether a line or sentence begins
LABEL_OPENS = re.compile(r"(?:^|[\n.!?*•)\]”\"])\s*(?:[-–—*•]\s*)?\Z")


class _Reading(Struct, frozen=True):
    """A match, what it was read against, and what it means; runs: the rule that ties a duration to a day."""

    match: Match
    context: Context
    meaning: Meaning
    sentence: int
    runs: str | None = None

    @property
    def tells(self) -> bool:
        """Whether "two days later" can count from it."""
        dated = self.meaning.value[:1].isdigit() and self.meaning.days is not None
        return dated and self.match.rule.type in ("DATE", "TIME")


def find_times(doc: Doc, published: str | None, knowledge: TimeTables) -> tuple[TimeExpression, ...]:
    """The time expressions in text order. Raises `DocumentError` when `published` is no ISO 8601 date."""
    now, text = _published(published), doc.text
    matches = find_matches(doc, text, knowledge)
    readings = _read_all(doc, matches, now, knowledge)
    found = []
    for joined in find_joined(doc, text, matches, knowledge):
        start = _unbound(readings[joined.first], knowledge)
        first, second = _in_order(start, _unbound(readings[joined.first + 1], knowledge), knowledge)
        readings[joined.first : joined.first + 2] = first, second
        meaning = span_of(first.meaning, second.meaning)
        found.append(_record(text, (joined.start, second.match.end), "DURATION", meaning, joined.link.id))
    readings = _with_runs(doc, readings, knowledge)
    found += [_expression(text, reading) for reading in _with_their_days(text, readings)]
    return tuple(sorted(found, key=lambda t: (t.span.start, t.span.end)))


def _read_all(doc: Doc, matches: Iterable[Match], now: date | None, knowledge: TimeTables) -> list[_Reading]:
    told: _Reading | None = None
    day: _Reading | None = None
    readings: list[_Reading] = []
    for found in matches:
        span = token_at(doc, found.start, found.end)
        root = span.root
        inner = root.dep_ in WITHIN_NAME and led_by(span) is None
        match, sentence = _without_bounds(found) if inner else found, root.sent.start
        near = told.meaning if told and told.sentence == sentence else None
        context = Context(
            knowledge.bounds,
            now,
            told.meaning if told else None,
            near,
            outlook(span, knowledge.cues),
            day.meaning if day else None,
            _lately(day, root.sent, now) if day else None,
            told.meaning if told and _is_beside(told, root.sent) else None,
            day.meaning if day and day.sentence == sentence else None,
        )
        reading = _Reading(match, context, _read(match, context, knowledge), sentence)
        if now and _is_far_label(reading, doc.text, now):
            reading = _reread(reading, now, "past", knowledge)
        if reading.tells:
            if readings and _waits_for(readings[-1], reading):
                readings[-1] = _told_after(readings[-1], reading, knowledge)
            told = _unbound(reading, knowledge)
            day = told if told.meaning.is_day else day
        readings.append(reading)
    return readings


def _is_far_label(reading: _Reading, text: str, now: date) -> bool:
    """ "October 20 - Ruritania expels an envoy", told in May: of the year before, since a diary looks ahead less far."""
    day, match = reading.meaning.earliest, reading.match
    far = match.rule.type == "DATE" and day is not None and day > now + SOON
    opens = far and LABEL_OPENS.search(text[max(match.start - BEFORE, 0) : match.start])
    return bool(opens) and LABEL_ENDS.match(text, match.end) is not None


def _lately(day: _Reading, sentence: TokenSpan, now: date | None) -> Meaning | None:
    """The day told in the sentence before, if it is one of the week before publication: hours told next are its own."""
    told = day.meaning.earliest
    before = day.sentence != sentence.start and _is_beside(day, sentence)
    return day.meaning if before and told and now and told <= now <= told + WEEK else None


def _is_beside(reading: _Reading, sentence: TokenSpan) -> bool:
    """Whether the sentence or the one before tells it."""
    before = sentence.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    return reading.sentence in (before, sentence.start)


def _without_bounds(match: Match) -> Match:
    """In "ahead of next month's summit" the preposition belongs to the summit and not to the month."""
    if not match.modifiers or not any(m.bound and not m.inside for m in match.modifiers):
        return match
    return replace(match, modifiers=tuple(m for m in match.modifiers if m.inside or not m.bound))


def _unbound(reading: _Reading, knowledge: TimeTables) -> _Reading:
    """The day itself that "since Monday" or "until Friday" names."""
    match = _without_bounds(reading.match)
    if match.modifiers == reading.match.modifiers:
        return reading
    return replace(reading, match=match, meaning=_read(match, reading.context, knowledge))


def _waits_for(reading: _Reading, following: _Reading) -> bool:
    """ "At noon on Friday": the hour is told before its day, whatever day was told before."""
    a_day = following.match.rule.type == "DATE" and following.meaning.is_day
    same = reading.sentence == following.sentence and a_day
    close = following.match.start - reading.match.end <= CLOSE
    return same and reading.match.rule.anchor == "near" and (close or reading.context.told_near is None)


def _with_their_days(text: str, readings: list[_Reading]) -> list[_Reading]:
    """ "9 a.m. Friday" is one expression: the day that follows an hour at once is part of it."""
    kept: list[_Reading] = []
    for reading in readings:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.match.rule.type == "TIME"
            and reading.tells
            and _waits_for(last, reading)
            and GAP.fullmatch(text, last.match.end, reading.match.start)
        ):
            kept[-1] = replace(last, match=replace(last.match, end=reading.match.end))
        else:
            kept.append(reading)
    return kept


def _told_after(reading: _Reading, following: _Reading, knowledge: TimeTables) -> _Reading:
    told = following.meaning
    context = replace(reading.context, told=told, told_near=told, day_near=told)
    return replace(reading, context=context, meaning=_read(reading.match, context, knowledge))


def _with_runs(doc: Doc, readings: list[_Reading], knowledge: TimeTables) -> list[_Reading]:
    """ "A two-day visit starting on 19 June": the duration with its days, where the next expression tells one end."""
    kept = list(readings)
    for i, (lasting, day) in enumerate(pairwise(readings)):
        if lasting.match.rule.type != "DURATION" or lasting.sentence != day.sentence or not day.tells:
            continue
        rule = running(doc, lasting.match, day.match, knowledge.runs)
        if rule is not None:
            told = _unbound(day, knowledge).meaning
            kept[i] = replace(lasting, meaning=runs_by(lasting.meaning, told, rule), runs=rule.id)
    return kept


def _in_order(first: _Reading, second: _Reading, knowledge: TimeTables) -> tuple[_Reading, _Reading]:
    """The two ends of a range: the last comes after the first, whatever the day of publication."""
    start, end = first.meaning.earliest, second.meaning.earliest
    if start is None or end is None or start <= end:
        return first, second
    if first.context.view.looks == "past":
        return _reread(first, end, "past", knowledge), second
    return first, _reread(second, start, "future", knowledge)


def _reread(reading: _Reading, day: date, looks: Looks, knowledge: TimeTables) -> _Reading:
    context = replace(reading.context, published=day, view=View(looks))
    return replace(reading, meaning=_read(reading.match, context, knowledge))


def _read(match: Match, context: Context, knowledge: TimeTables) -> Meaning:
    meaning = resolve(match, context, knowledge)
    if match.rule.part:
        meaning = narrowed(meaning, match.rule.part)
    bounded = match.rule.bound is not None
    if match.modifiers:
        meaning = apply(meaning, match.modifiers, context)
        bounded = bounded or any(modifier.bound not in (None, "around") for modifier in match.modifiers)
    plain = match.rule.type == "DATE" and not bounded
    return _whole(clipped(meaning, context) if plain else meaning)


def _whole(meaning: Meaning) -> Meaning:
    """When two readings are open, the interval spans both; an end that one of them leaves open stays open."""
    other = meaning.other
    if other is None:
        return meaning
    first = min(meaning.earliest, other.earliest) if meaning.earliest and other.earliest else None
    last = max(meaning.latest, other.latest) if meaning.latest and other.latest else None
    return replace(meaning, earliest=first, latest=last, other=None)


def _published(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise DocumentError(
            file="document",
            record="published",
            problem=f"'{published}' is no date",
            remedy="write it as 2013-02-12",
        ) from error


def _expression(text: str, reading: _Reading) -> TimeExpression:
    match = reading.match
    rule = "+".join(
        [
            match.rule.id,
            *(modifier.id for modifier in match.modifiers),
            *((reading.runs,) if reading.runs else ()),
        ]
    )
    kind = "DURATION" if match.rule.until else match.rule.type
    return _record(text, (match.start, match.end), kind, reading.meaning, rule)


def _record(text: str, span: tuple[int, int], kind: TimexType, meaning: Meaning, rule: str) -> TimeExpression:
    return TimeExpression(
        span=Span(*span),
        text=text[slice(*span)],
        type=kind,
        value=meaning.value,
        mod=meaning.mod,
        earliest=meaning.earliest.isoformat() if meaning.earliest else None,
        latest=meaning.latest.isoformat() if meaning.latest else None,
        rule=rule,
        note=meaning.note,
    )
