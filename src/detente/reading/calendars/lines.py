"""The lines of a text in, those that a date heads or opens out: what a diary or chronology is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.reading.calendars.dates import CalendarWords, read_date
from detente.reading.calendars.records import Written

MARKS = re.compile(r"[\s*•·▪◦>#=|_]*(?:[-–—(\[]+\s*)?")  # of a list, a heading, a rule
BEHIND_HEADING = re.compile(r"[\s*=|_\-–—:.)\]]*")
PARTED = re.compile(r"\s*(?:--|[-–—:|])\s+(?=\S)")  # "3 March 2022 - "
IN_PROSE = re.compile(r",?\s+(?=\w)")  # "On Tuesday, "
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"\b\w+")
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+")
WIDTH = 60  # a shorter line was not wrapped
ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")


class Dated(NamedTuple):
    """A line at `[start, end)` and the date that it begins with or consists of.

    told: where what it tells begins. heads: whether the date stands alone, above others. prose: whether it is a part of
    what is told ("On Tuesday, ..."). written: None above what has no date yet.
    """

    start: int
    told: int
    end: int
    heads: bool
    prose: bool
    written: Written | None


class Plain(NamedTuple):
    """A line without a date; next_to: no blank line parts it from the one before."""

    start: int
    end: int
    next_to: bool


def read_lines(text: str, words: CalendarWords) -> list[Dated | Plain]:
    """The lines that hold words, in their order; what was only wrapped is one line."""
    found: list[Dated | Plain] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        if not line.group().strip():
            continue
        dated = list(_dated(text, start, end, words))
        last = found[-1] if found else None
        if not dated and last is not None and _goes_on(text, last, start, end):
            found[-1] = last._replace(end=end)
        elif dated:
            found += dated
        else:
            found.append(Plain(start, end, last is not None and "\n\n" not in text[last.end : start]))
    return found


def _dated(text: str, start: int, end: int, words: CalendarWords) -> Iterator[Dated]:
    at = _behind_marks(text, start, end)
    if text[at:end].strip(" :()[]*_=-").lower() in words.lists["headings without a date"]:
        yield Dated(start, end, end, heads=True, prose=False, written=None)
        return
    written = read_date(text, at, end, words)
    if written is not None:
        behind = BEHIND_HEADING.match(text, written.span.end, end)
        if behind is not None and behind.end() == end:
            yield Dated(start, end, end, heads=True, prose=False, written=written)
        elif parted := PARTED.match(text, written.span.end, end):
            yield Dated(start, parted.end(), end, heads=False, prose=False, written=written)
        return
    yield from _in_prose(text, at, end, words)


def _in_prose(text: str, start: int, end: int, words: CalendarWords) -> Iterator[Dated]:
    """Each sentence of a line that begins "On Tuesday, ..."; nothing where the first does not."""
    opens: list[tuple[int, Written]] = []
    for at in (start, *(found.end() for found in SENTENCE.finditer(text, start, end))):
        word = text[at:end].split(maxsplit=1)[:1]
        if not word or word[0].lower() not in words.lists["prepositions of dates"]:
            continue
        written = read_date(text, at + len(word[0]) + 1, end, words)
        if written is not None and IN_PROSE.match(text, written.span.end, end):
            opens.append((at, written))
    if not opens or opens[0][0] != start:
        return
    ends = [*(at for at, _ in opens[1:]), end]
    for (at, written), last in zip(opens, ends, strict=True):
        yield Dated(at, at, last, heads=False, prose=True, written=written)


def _behind_marks(text: str, start: int, end: int) -> int:
    found = MARKS.match(text, start, end)
    return found.end() if found else start


def _goes_on(text: str, last: Dated | Plain, start: int, end: int) -> bool:
    """Whether a line without a date only goes on with the one before, which did not fit on it."""
    if "\n" in text[last.end : start].strip(" ").removeprefix("\n") or (
        isinstance(last, Dated) and last.heads
    ):
        return False
    before = text[text.rfind("\n", 0, last.end) + 1 : last.end]
    if len(before) < WIDTH or ENDED.search(before):
        return False
    return text[start:end].lstrip()[:1].islower()


def dated_by_title(
    text: str, title: Sequence[Dated | Plain], words: CalendarWords
) -> Sequence[Dated | Plain]:
    """The title as the heading of all that follows, where it names a day: "Today's agenda", "Diary for Monday"."""
    for line in title:
        for word in WORD.finditer(text, line.start, line.end):
            written = read_date(text, word.start(), line.end, words)
            if written is not None and (written.day or written.weekday or written.ahead is not None):
                return [Dated(line.start, line.end, line.end, heads=True, prose=False, written=written)]
    return title
