"""A text with its names and its day of publication in, the entries out if it is a diary or a chronology.

It is one where at least two dates stand above or before what is told, or where its title calls it one and some of its
entries stand under a date. In a diary the present is what is planned for the day, the name of a town before a colon or a
dash is where it takes place and nobody who speaks, and no entry has to do with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from detente.reading.calendars.dates import CalendarWords
from detente.reading.calendars.days import days_meant, distinct, which_sort
from detente.reading.calendars.lines import Dated, Plain, dated_behind_names, dated_by_title, read_lines
from detente.reading.calendars.parts import (
    Lines,
    behind_hour,
    closing_of,
    is_label,
    is_listed,
    place_alone,
    place_before,
)
from detente.reading.calendars.records import Calendar, Entry, Sort
from detente.reading.names import Name
from detente.reading.times.values import Days
from detente.records import Span

FEWEST = 2  # dates, or entries under one that a title announces
WORD = re.compile(r"[\w']+")
TITLES = ("titles of diaries", "titles of chronologies")
NEITHER = (False, False)
ABOVE = 2  # lines right above the first date that may say what follows
PLACES = frozenset({"place", "capital", "state", "phrase"})  # what the name before an entry can stand for


class _Under(NamedTuple):
    """What stands under or behind a date: its line, the number of the date, and the place named above it."""

    start: int
    told: int
    end: int
    date: int
    prose: bool
    place: Span | None


def find_calendar(
    text: str, names: Sequence[Name], published: str | None, words: CalendarWords
) -> Calendar | None:
    """The calendar that the text is; None where it is none, as nearly all texts are."""
    title = text.lstrip().partition("\n")[0]
    if words.opens.search(text) is None and _calls(title, words) == NEITHER:
        return None
    read, titled = _read(text, words)
    dated = [line for line in read if isinstance(line, Dated)]
    day = date.fromisoformat(published[:10]) if published else None
    written = [line.written for line in dated if line.written is not None]
    sort = which_sort(written, day, titled=titled)
    towns = {name.span.start: name for name in names if any(e.kind in PLACES for e in name.entries)}
    lines = Lines(text, towns, words, diary=sort == "diary")
    told = [one for one in _told(read, lines) if any(map(str.isalnum, text[one.told : one.end]))]
    meant = iter(days_meant(written, sort, day))
    days = [next(meant) if line.written is not None else None for line in dated]
    called = titled if titled == sort or not all(one.prose for one in told) else None
    if not _is_calendar(dated, days, told, called, lines):
        return None
    entries = tuple(_entry(one, dated[one.date], days[one.date], lines) for one in told)
    found = tuple((d.written.span, m) for d, m in zip(dated, days, strict=True) if d.written and m)
    return Calendar(sort, entries, found, dated[0].start, day)


def _read(text: str, words: CalendarWords) -> tuple[Sequence[Dated | Plain], Sort | None]:
    """The lines, and what the title calls the text."""
    read: list[Dated | Plain] = read_lines(text, words)
    first = read[0] if read else None
    if (
        isinstance(first, Dated)
        and not first.heads
        and _calls(text[first.start : first.end], words) != NEITHER
    ):
        read[0] = Plain(
            first.start, first.end, next_to=False
        )  # "Monday 8 - Friday 12 December: the week ahead"
    titled = _titled(text, read, words)
    if titled:
        read = dated_behind_names(text, read, words, alone=titled == "diary")
    if titled == "diary" and not any(isinstance(line, Dated) for line in read):
        read = [*dated_by_title(text, read[:1], words), *read[1:]]
    return read, titled


def _told(read: Sequence[Dated | Plain], lines: Lines) -> Iterator[_Under]:
    """What stands under a date or behind it; a paragraph below a date that opens a line is told besides."""
    number, heads = -1, False
    place: Span | None = None
    for line in read:
        if isinstance(line, Dated):
            number, heads, place = number + 1, line.heads, line.place
            if not heads:
                yield _Under(line.start, line.told, line.end, number, line.prose, place)
        elif heads and (above := place_alone(line.start, line.end, lines)) is not None:
            place = above
        elif number >= 0 and (heads or line.next_to):
            yield _Under(line.start, line.start, line.end, number, prose=False, place=place)


def _titled(text: str, read: Sequence[Dated | Plain], words: CalendarWords) -> Sort | None:
    """What the title or the lines right above the first date call it; None where they call it both or neither."""
    first = next((n for n, line in enumerate(read) if isinstance(line, Dated)), len(read))
    above = {0, *range(max(first - ABOVE, 0), first)} if first else set[int]()
    called = [_calls(text[read[n].start : read[n].end], words) for n in above]
    diary, chronology = any(one[0] for one in called), any(one[1] for one in called)
    if diary == chronology:
        return None
    return "diary" if diary else "chronology"


def _calls(line: str, words: CalendarWords) -> tuple[bool, bool]:
    """Whether a line calls the text a diary, and whether a chronology."""
    said = " ".join(("", *WORD.findall(line.lower().replace("’", "'")), ""))
    diary, chronology = (any(f" {phrase} " in said for phrase in words.lists[name]) for name in TITLES)
    return diary, chronology


def _is_calendar(
    dated: Sequence[Dated],
    days: Sequence[Days | None],
    told: Sequence[_Under],
    titled: Sort | None,
    lines: Lines,
) -> bool:
    used = {one.date for one in told}
    if titled:
        listed = [one for one in told if is_listed(one.told, one.end, lines)]
        return len(used) >= FEWEST or (len(used) == 1 and len(listed) >= FEWEST)
    plain = [n for n in used if _tells_its_date(dated[n])]
    return distinct(days[n] for n in plain) >= FEWEST


def _tells_its_date(line: Dated) -> bool:
    """ "8 December", "2014:"; a weekday alone, "On 8 December, ..." and "(8 December)" stand in any news."""
    written = line.written
    if written is None or line.prose or written.span.start > line.told:
        return False
    return written.month is not None or (written.year is not None and not line.heads)


def _entry(one: _Under, line: Dated, days: Days | None, lines: Lines) -> Entry:
    when = line.written.span if line.written else None
    if one.prose:
        return Entry(one.start, one.told, one.end, one.end, None, when, days, prose=True)
    told, place = behind_hour(one.told, one.end, lines), one.place
    while (before := place_before(told, one.end, lines)) is not None:
        name, told = before
        if not is_label(name, lines):
            place = name
            break
    closing, days = closing_of(told, one.end, days, lines)
    return Entry(one.start, told, closing, one.end, place, when, days)
