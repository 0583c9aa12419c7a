"""The entries of a diary or chronology and the time expressions of its text in, what their dates are attached to out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from detente.knowledge.times import TimeTables
from detente.reading.calendars.noted import calendar_of, told_in
from detente.reading.calendars.records import Calendar, Entry
from detente.reading.times.attach import AttachedTime, attach_times
from detente.reading.times.find import find_times
from detente.reading.times.values import Days
from detente.reading.tokens import Doc, Span, Token
from detente.records import Span as RecordSpan
from detente.records import TimeExpression

RULE = "date-of-entry"
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
HAVE, PAST, PRESENT = "have", "VBD", frozenset({"VBZ", "VBP"})
AUXILIARY, JOINED, BESIDE = ("aux", "auxpass"), "conj", ("relcl", "parataxis")
INFINITIVE, VERBS, NOMINAL, DATE = "xcomp", ("VERB", "AUX"), ("NOUN", "PROPN", "VERB"), "DATE"
Attached = Mapping[int, tuple[AttachedTime, ...]]


def find_times_and_entries(doc: Doc, published: str | None, tables: TimeTables) -> tuple[TimeExpression, ...]:
    """The time expressions in text order, those that are dates of entries with the days that are meant.

    Raises `DocumentError` when `published` is no ISO 8601 date.
    """
    times, calendar = find_times(doc, published, tables), calendar_of(doc)
    if calendar is None:
        return times
    times = _told_from_entries(doc, times, calendar, tables)
    known = [next((_with_days(t, days) for span, days in calendar.dates if span == t.span), t) for t in times]
    unread = (_expression(doc, span, days) for span, days in calendar.dates if not _within(span, known))
    return tuple(sorted((*known, *unread), key=lambda t: t.span))


def attach_times_and_entries(doc: Doc, times: Sequence[TimeExpression]) -> Attached:
    """By the index of the token that is dated: the expressions that date it, and the date of its entry."""
    attached, calendar = attach_times(doc, times), calendar_of(doc)
    if calendar is None:
        return attached
    more = dict(attached)
    for entry in calendar.entries:
        time = _time_of(entry, times)
        told = told_in(doc, entry) if time is not None else None
        if time is None or told is None:
            continue
        listed = calendar.sort != "chronology"
        ahead = bool(calendar.published and entry.days and entry.days.first > calendar.published)
        for token in _dated(told, attached, entry, listed=listed):
            if ahead and _is_past(token) and not any(c.dep_ == INFINITIVE for c in token.children):
                continue  # "met in May"; but "expected to visit"
            more[token.i] = (AttachedTime(time, None, listed=listed), *more.get(token.i, ()))
    return more


def _told_from_entries(
    doc: Doc, times: Sequence[TimeExpression], calendar: Calendar, tables: TimeTables
) -> tuple[TimeExpression, ...]:
    """The expressions; "yesterday" in an entry of a chronology is the day before that of the entry."""
    if calendar.sort != "chronology":
        return tuple(times)
    entries = [e for e in calendar.entries if e.days is not None and e.days.first == e.days.last]
    found = list(times)
    for day in sorted({e.days.first.isoformat() for e in entries if e.days is not None}):
        there = [e for e in entries if e.days is not None and e.days.first.isoformat() == day]
        known = {t.span: t for t in find_times(doc, day, tables)} if _any_near(there, found) else {}
        found = [known.get(t.span, t) if _any_near(there, [t]) else t for t in found]
    return tuple(found)


def _any_near(entries: Sequence[Entry], times: Sequence[TimeExpression]) -> bool:
    """Whether one of the expressions stands in what one of the entries tells."""
    return any(e.told <= t.span.start < e.end for e in entries for t in times)


def _within(span: RecordSpan, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions that a date of an entry holds."""
    return [t for t in times if span.start <= t.span.start and t.span.end <= span.end]


def _expression(doc: Doc, span: RecordSpan, days: Days) -> TimeExpression:
    """ "SUN 17": a date that is none but above an entry."""
    bare = TimeExpression(span=span, text=doc.text[slice(*span)], type="DATE", value="", rule=RULE)
    return _with_days(bare, days)


def _time_of(entry: Entry, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that the date of an entry is, with the days that are meant."""
    when, days = entry.when, entry.days
    if when is None or days is None:
        return None
    found = max(_within(when, times), key=lambda t: t.span.end - t.span.start, default=None)
    return _with_days(found, days) if found is not None else None


def _with_days(time: TimeExpression, days: Days) -> TimeExpression:
    """The expression for these days."""
    first, last = days.first.isoformat(), days.last.isoformat()
    if (time.earliest, time.latest) == (first, last):
        return time
    if first == last:
        return replace(time, type="DATE", value=first, earliest=first, latest=last, note=None)
    length = f"P{(days.last - days.first).days + 1}D"
    return replace(time, type="DURATION", value=length, earliest=first, latest=last, note=None)


def _dated(told: Span, attached: Attached, entry: Entry, *, listed: bool) -> Iterator[Token]:
    """The verbs of each of its sentences that have no other date; where none is finite, its other verbs and its nouns."""
    for first, sentence in _sentences(told):
        root = sentence.root
        if _has_date(root, attached, entry, listed=listed):
            continue
        verbs = [root, *_finite(sentence)]
        if not any(t.tag_ in FINITE for t in sentence):
            verbs = [root, *(t for t in sentence if t.pos_ in NOMINAL and t is not root)]
        for verb in verbs:
            if _is_told_of(verb, first=first) and not _has_date(verb, attached, entry, listed=listed):
                yield verb


def _sentences(told: Span) -> Iterator[tuple[bool, Span]]:
    """Each sentence of an entry, and whether it is the first."""
    at = told.start
    while at < told.end:
        sentence = told.doc[at].sent
        yield at == told.start, sentence
        at = sentence.end


def _finite(sentence: Span) -> Iterator[Token]:
    """The other verbs of a sentence that tell what comes about: "..., which recalls its envoy", "meets him and leaves"."""
    root = sentence.root
    for token in sentence:
        verb = token.head if token.dep_ in AUXILIARY else token
        joined = verb.dep_ == JOINED and verb.head.pos_ in VERBS
        if verb is not root and (joined or (token.tag_ in PRESENT and verb.dep_ in BESIDE)):
            yield verb


def _has_date(token: Token, attached: Attached, entry: Entry, *, listed: bool) -> bool:
    """Whether a day of its own is told of it; in a diary not an hour, and no day before that of the entry."""
    since = entry.days.first.isoformat() if entry.days and listed else ""
    return any(
        item.time.type == DATE
        and item.time.span != entry.when
        and item.time.latest is not None
        and item.time.latest >= since
        for item in attached.get(token.i, ())
    )


def _is_told_of(verb: Token, *, first: bool) -> bool:
    """Not what went before ("had broken off", and behind the first sentence "broke off" too)."""
    perfect = any(c.lemma_ == HAVE for c in verb.children if c.dep_ in AUXILIARY)
    return not perfect and (first or not _is_past(verb))


def _is_past(verb: Token) -> bool:
    return verb.tag_ == PAST or any(c.tag_ == PAST for c in verb.children if c.dep_ in AUXILIARY)


def undated_heads(doc: Doc) -> Iterator[int]:
    """The verbs of the title of a diary and of its entries without a date: all of that is still to come."""
    calendar = calendar_of(doc)
    if calendar is None or calendar.sort != "diary":
        return
    told = [t for e in calendar.entries if e.days is None and (t := told_in(doc, e))]
    if calendar.first > doc[0].idx:
        told += _title(doc)
    for token in (token for span in told for token in span):
        if token.tag_ in PRESENT and token.sent.root in (token, *token.conjuncts):
            yield token.i


def _title(doc: Doc) -> Iterator[Span]:
    """The sentences of the first line."""
    for sentence in doc.sents:
        yield sentence
        if "\n" in sentence.text:
            return
