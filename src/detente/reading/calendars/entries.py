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

from detente.reading.calendars.dates import CalendarWords, read_date
from detente.reading.calendars.days import day_after, days_meant, distinct, which_sort
from detente.reading.calendars.lines import (
    MARKS,
    Dated,
    Plain,
    dated_behind_places,
    dated_by_title,
    read_lines,
)
from detente.reading.calendars.records import Calendar, Entry, Sort
from detente.reading.names import Name
from detente.reading.times.values import Days
from detente.records import Span

FEWEST = 2  # dates, or entries under one that a title announces
TITLES = ("titles of diaries", "titles of chronologies")
ABOVE = 2  # lines right above the first date that may say what follows
PLACES = frozenset({"place", "capital", "state", "phrase"})  # what the name before an entry can stand for
LONGEST = 6  # letters of a short form, which is no town in capitals

_WORD = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w'’&-]*\.?)"
_PLACE = re.compile(
    rf"(?P<name>{_WORD}(?:(?:,?\s|\s?/\s?)(?:[a-z]{{2,3}}\s)?{_WORD}){{0,4}}?)(?P<mark>:\s+|\s+(?:--|[-–—|])\s+|\s{{2,}}|\.\s+)(?=\S)"
)
_ASIDE = re.compile(r"\s*\((?P<said>[^\s()]+(?:\s[^\s()]+){0,3})\)[.;]?\s*$")  # few words, at the end
_HOUR = r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d{1,2}[:.h]\d{2})?"


class _Under(NamedTuple):
    """What stands under or behind a date: the number of the date, and whether it is told in prose."""

    start: int
    told: int
    end: int
    date: int
    prose: bool


def find_calendar(
    text: str, names: Sequence[Name], published: str | None, words: CalendarWords
) -> Calendar | None:
    """The calendar that the text is; None where it is none, as nearly all texts are."""
    title = text.lstrip().partition("\n")[0]
    if words.opens.search(text) is None and not any(_says(title, words.lists[name]) for name in TITLES):
        return None
    lines = read_lines(text, words)
    titled = _titled(text, lines, words)
    if titled == "diary":
        lines = dated_behind_places(text, lines, words)
    if titled == "diary" and not any(isinstance(line, Dated) for line in lines):
        lines = [*dated_by_title(text, lines[:1], words), *lines[1:]]
    dated = [line for line in lines if isinstance(line, Dated)]
    told = [one for one in _told(lines) if any(map(str.isalnum, text[one.told : one.end]))]
    day = date.fromisoformat(published[:10]) if published else None
    written = [line.written for line in dated if line.written is not None]
    sort = which_sort(written, day, titled=titled)
    meant = iter(days_meant(written, sort, day))
    days = [next(meant) if line.written is not None else None for line in dated]
    if not _is_calendar(dated, days, told, titled, text, words):
        return None
    towns = {name.span.start: name for name in names if any(e.kind in PLACES for e in name.entries)}
    entries = tuple(_entry(one, dated[one.date], days[one.date], text, towns, sort, words) for one in told)
    found = tuple((d.written.span, m) for d, m in zip(dated, days, strict=True) if d.written and m)
    return Calendar(sort, entries, found, dated[0].start, day)


def _told(lines: Sequence[Dated | Plain]) -> Iterator[_Under]:
    """What stands under a date or behind it; a paragraph below a date that opens a line is told besides."""
    number, heads = -1, False
    for line in lines:
        if isinstance(line, Dated):
            number, heads = number + 1, line.heads
            if not heads:
                yield _Under(line.start, line.told, line.end, number, line.prose)
        elif number >= 0 and (heads or line.next_to):
            yield _Under(line.start, line.start, line.end, number, prose=False)


def _titled(text: str, lines: Sequence[Dated | Plain], words: CalendarWords) -> Sort | None:
    """What the title or the lines right above the first date call it; None where they call it both or neither."""
    first = next((n for n, line in enumerate(lines) if isinstance(line, Dated)), len(lines))
    above = {0, *range(max(first - ABOVE, 0), first)} if first else set[int]()
    said = [text[lines[n].start : lines[n].end] for n in above]
    diary, chronology = (any(_says(line, words.lists[name]) for line in said) for name in TITLES)
    if diary == chronology:
        return None
    return "diary" if diary else "chronology"


def _says(line: str, phrases: frozenset[str]) -> bool:
    low = " ".join(re.findall(r"[\w'’]+", line.lower().replace("’", "'")))
    return any(f" {phrase} " in f" {low} " for phrase in phrases)


def _is_calendar(
    dated: Sequence[Dated],
    days: Sequence[Days | None],
    told: Sequence[_Under],
    titled: Sort | None,
    text: str,
    words: CalendarWords,
) -> bool:
    used = {one.date for one in told}
    if titled:
        listed = [one for one in told if _is_listed(text, one, words)]
        return len(used) >= FEWEST or (len(used) == 1 and len(listed) >= FEWEST)
    plain = [n for n in used if _tells_its_date(dated[n])]
    return distinct(days[n] for n in plain) >= FEWEST


def _tells_its_date(line: Dated) -> bool:
    """ "8 December", "2014:"; a weekday alone, "On 8 December, ..." and "(8 December)" stand in any news."""
    written = line.written
    if written is None or line.prose or written.span.start > line.told:
        return False
    return written.month is not None or (written.year is not None and not line.heads)


def _is_listed(text: str, one: _Under, words: CalendarWords) -> bool:
    """Whether marks, an hour or a name stand before it."""
    marks = MARKS.match(text, one.told, one.end)
    at = marks.end() if marks else one.told
    behind = _behind_hour(text, one, words)
    marked = bool(marks and marks.group().strip())
    return marked or behind > at or bool(_PLACE.match(text, at, one.end))


def _entry(
    one: _Under,
    line: Dated,
    days: Days | None,
    text: str,
    towns: dict[int, Name],
    sort: Sort | None,
    words: CalendarWords,
) -> Entry:
    when = line.written.span if line.written else None
    if one.prose:
        return Entry(one.start, one.told, one.end, one.end, None, when, days)
    told = _behind_hour(text, one, words)
    place = (line.place, told) if line.place else None
    place = place or _place_before(text, told, one.end, towns, colons=sort == "diary")
    if place is not None:
        told = place[1]
    closing, days = _closing(text, told, one.end, days, words)
    return Entry(one.start, told, closing, one.end, place[0] if place else None, when, days)


def _behind_hour(text: str, one: _Under, words: CalendarWords) -> int:
    """ "- 0930 GMT ", "10:00-11:00 ": where the words begin."""
    marks = MARKS.match(text, one.told, one.end)
    at = marks.end() if marks else one.told
    zone = rf"\s?(?:{words.zones})\b"
    form = rf"(?:{_HOUR}(?:{zone})?|\d{{4}}{zone})(?:\s?[-–—:,])?\s+"
    hour = re.compile(form, re.IGNORECASE).match(text, at, one.end)
    return hour.end() if hour else at


def _place_before(
    text: str, start: int, end: int, towns: dict[int, Name], *, colons: bool
) -> tuple[Span, int] | None:
    """The name before what is told, and where that begins.

    colons: whatever stands before a colon is such a name; else it may be who says so.
    """
    found = _PLACE.match(text, start, end)
    if found is None:
        return None
    name, mark = found["name"], found["mark"].strip()
    loud = name.isupper() and len(name) > LONGEST // 2
    town = towns.get(start)
    known = town is not None and town.span.end <= found.end("name")
    if mark == ".":
        return (Span(*found.span("name")), found.end()) if loud and known else None
    if known or (mark == ":" and colons) or (mark not in (":", "") and loud):
        return Span(*found.span("name")), found.end()
    return None


def _closing(
    text: str, start: int, end: int, days: Days | None, words: CalendarWords
) -> tuple[int, Days | None]:
    """ "(to Dec 11)", "(continues)" behind an entry: where that begins, and the days of the entry up to then."""
    found = _ASIDE.search(text, start, end)
    if found is None:
        return end, days
    word, _, rest = found["said"].partition(" ")
    written = read_date(text, found.end("said") - len(rest), found.end("said"), words) if rest else None
    if written is None or word.lower() not in words.lists["words that lead to a last day"]:
        return found.start(), days
    last = day_after(written, days.first) if days else None
    return found.start(), Days(days.first, last) if days and last else days
