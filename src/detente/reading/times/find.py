"""A parsed text and its day of publication in, its time expressions in text order out.

Each is read against the day of publication, the direction in which its clause looks, and what was told before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from detente.errors import DocumentError
from detente.knowledge.times import TimeTables
from detente.reading.times.match import Match, find_matches, token_at
from detente.reading.times.modify import apply
from detente.reading.times.outlook import View, cues_of, outlook
from detente.reading.times.ranges import Range, find_ranges
from detente.reading.times.resolve import Context, Meaning, resolve
from detente.records import Span, TimeExpression


@dataclass(frozen=True)
class _Told:
    """The last time told, which "two days later" counts from, and the sentence that told it."""

    meaning: Meaning
    sentence: int


def find_times(doc: Doc, published: str | None, knowledge: TimeTables) -> tuple[TimeExpression, ...]:
    """Raises `DocumentError` when `published` is no ISO 8601 date."""
    now, text, cues = _published(published), doc.text, cues_of(knowledge)
    told: _Told | None = None
    read: list[tuple[Match, Meaning]] = []
    for match in find_matches(doc, text, knowledge):
        head = token_at(doc, match.start, match.end).root
        view = outlook(head, cues)
        context = _context(now, told, head.sent.start, view)
        meaning = _whole(apply(resolve(match, context, knowledge), match.modifiers, context))
        read.append((match, meaning))
        if meaning.days and match.rule.type != "DURATION" and meaning.value[:1].isdigit():
            told = _Told(meaning, head.sent.start)
    ranges = find_ranges(text, read, knowledge)
    found = [_expression(text, match, meaning) for match, meaning in read] + [_range(text, r) for r in ranges]
    return tuple(sorted(found, key=lambda t: (t.span.start, t.span.end)))


def _whole(meaning: Meaning) -> Meaning:
    """When two readings are open, the interval spans both."""
    other = meaning.other
    if other is None or not (meaning.days and other.days):
        return meaning
    first, last = min(meaning.days.first, other.days.first), max(meaning.days.last, other.days.last)
    return replace(meaning, earliest=first, latest=last, other=None)


def _published(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise DocumentError(
            file="document", record="published", problem=f"'{published}' is no date", remedy="write it as 2013-02-12"
        ) from error


def _context(now: date | None, told: _Told | None, sentence: int, view: View) -> Context:
    if told is None:
        return Context(now, None, None, view)
    return Context(now, told.meaning, told.meaning if told.sentence == sentence else None, view)


def _expression(text: str, match: Match, meaning: Meaning) -> TimeExpression:
    rule = "+".join([match.rule.id, *(modifier.id for modifier in match.modifiers)])
    return _record(text, (match.start, match.end), match.rule.type, meaning, rule)


def _range(text: str, found: Range) -> TimeExpression:
    return _record(text, (found.start, found.end), "DURATION", found.meaning, found.rule)


def _record(text: str, span: tuple[int, int], kind: str, meaning: Meaning, rule: str) -> TimeExpression:
    return TimeExpression(
        span=Span(*span),
        text=text[slice(*span)],
        type=kind,  # type: ignore[arg-type]
        value=meaning.value,
        mod=meaning.mod,
        earliest=meaning.earliest.isoformat() if meaning.earliest else None,
        latest=meaning.latest.isoformat() if meaning.latest else None,
        rule=rule,
        note=meaning.note,
    )
