"""What a parsed text keeps of the diary or chronology that it is, and what later stages ask of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from detente.reading.calendars.records import Calendar, Entry
from detente.reading.tokens import Doc, Span, Token

CALENDAR, WHOLE = "calendar", "whole"
START, PLACE = attrgetter("start"), attrgetter("idx")


def with_calendar(doc: Doc, calendar: Calendar | None) -> Doc:
    """The text, which keeps the calendar that it is, if it is one."""
    if calendar is not None:
        doc.user_data[CALENDAR][WHOLE] = calendar
        if calendar.sort != "chronology":
            doc.apart = frozenset(bisect_left(doc, entry.start, key=PLACE) for entry in calendar.entries)
    return doc


def calendar_of(doc: Doc) -> Calendar | None:
    """The calendar that the text is."""
    found: Calendar | None = doc.user_data[CALENDAR].get(WHOLE)
    return found


def entry_of(token: Token) -> Entry | None:
    """The entry in which a word stands."""
    calendar = calendar_of(token.doc)
    if calendar is None:
        return None
    n = bisect_right(calendar.entries, token.idx, key=START) - 1
    return calendar.entries[n] if n >= 0 and token.idx < calendar.entries[n].end else None


def told_in(doc: Doc, entry: Entry) -> Span | None:
    """The words of what an entry tells."""
    found = doc[bisect_left(doc, entry.told, key=PLACE) : bisect_left(doc, entry.closing, key=PLACE)]
    return doc.span(found[0].i, found[-1].i + 1) if found else None


def place_before(token: Token) -> Span | None:
    """The name that stands before the sentence of a word, the first of an entry: "BRUSSELS: "."""
    entry = entry_of(token)
    if entry is None or entry.place is None or token.sent.start_char > entry.told:
        return None
    return token.doc.char_span(*entry.place, alignment_mode="expand")


def stands_before_entry(token: Token) -> bool:
    """Whether a word stands before what an entry tells: a town, an hour."""
    entry = entry_of(token)
    return entry is not None and token.idx < entry.told
