"""The lines of a text in, those that a date heads or opens out: what a diary or chronology is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.reading.calendars.dates import CalendarWords, read_date
from detente.reading.calendars.records import Written
from detente.records import Span

MARKS = re.compile(r"[\s*•·▪◦>#=|_]*(?:[-–—(\[]+\s*)?")  # of a list, a heading, a rule
BEHIND_HEADING = re.compile(r"[\s*=|_\-–—:.)\]]*")
PARTED = re.compile(r"(?:\s*(?:--|[-–—:|])\s+|\s{2,}|\s*\t\s*)(?=\S)")  # "3 March 2022 - ", and in columns
IN_PROSE = re.compile(r",?\s+(?=\w)")  # "On Tuesday, "
BEGINS_CLAUSE = re.compile(r"\s+(?=[a-z])")  # "Monday will see"
AT_END = re.compile(r"\((?P<day>[^()]+)\)[.;]?\s*$")  # "(Dec. 10)"
LINE = re.compile(r"[^\n]+")
NAME = re.compile(r"(?P<name>[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,3}(?: \d+)?),?\s+\(?")
PARTED_BEHIND_NAME = re.compile(r"\)?(?:\s*(?:--|[-–—:|])\s+)(?=\S)")
UNPARTED = re.compile(r"\s+(?=[^\W\d_a-z])")  # "December 12 Envoys visit Strelsau"
WORD = re.compile(r"\b\w+")
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+")
WIDTH = 60  # a shorter line was not wrapped
ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")


class Dated(NamedTuple):
    """A line at `[start, end)` and the date that it begins with or consists of.

    told: where what it tells begins. heads: whether the date stands alone, above others. prose: whether it is a part of
    what is told ("On Tuesday, ..."). written: None above what has no date yet. place: the name before the date.
    """

    start: int
    told: int
    end: int
    heads: bool
    prose: bool
    written: Written | None
    place: Span | None = None


class Plain(NamedTuple):
    """A line without a date; next_to: no blank line parts it from the one before."""

    start: int
    end: int
    next_to: bool


def read_lines(text: str, words: CalendarWords) -> list[Dated | Plain]:
    """The lines that hold words, in their order; what was only wrapped is one line.

    Where no date stands alone, a line of prose is cut before each sentence that begins "On Tuesday, ...".
    """
    found: list[Dated | Plain] = []
    headed = False
    for line in LINE.finditer(text):
        start, end = line.span()
        if not line.group().strip():
            continue
        dated = _dated(text, start, end, words)
        last = found[-1] if found else None
        if dated is None and last is not None and _goes_on(text, last, start, end):
            found[-1] = last._replace(end=end)
            continue
        headed = headed or (dated is not None and dated.heads)
        next_to = last is not None and "\n\n" not in text[last.end : start]
        prose = [] if dated or headed else list(_in_prose(text, start, end, words))
        before = prose[0].start if prose else end
        if dated is None and text[start:before].strip():
            found.append(Plain(start, before, next_to))
        found += _by_sentence(text, dated, words) if dated is not None else prose
    return found


def _by_sentence(text: str, line: Dated, words: CalendarWords) -> list[Dated]:
    """ "Mon. Dec 8: Envoys visit Strelsau. Tue. Dec 9: They fly home": the line, cut before each such date."""
    lines = [line]
    for found in () if line.heads else SENTENCE.finditer(text, line.told, line.end):
        at, last = found.end(), lines[-1]
        written = read_date(text, at, line.end, words) if at > last.told else None
        parted = PARTED.match(text, written.span.end, line.end) if written else None
        if written is not None and parted is not None:
            lines[-1] = last._replace(end=at)
            lines.append(Dated(at, parted.end(), line.end, heads=False, prose=False, written=written))
    return lines


def _dated(text: str, start: int, end: int, words: CalendarWords) -> Dated | None:
    """The line, if a date stands in it alone, at its beginning, or in brackets at its end."""
    at = _behind_marks(text, start, end)
    if text[at:end].strip(" :()[]*_=-").lower() in words.lists["headings without a date"]:
        return Dated(start, end, end, heads=True, prose=False, written=None)
    written = read_date(text, at, end, words)
    if written is not None:
        behind = BEHIND_HEADING.match(text, written.span.end, end)
        if behind is not None and behind.end() == end:
            return Dated(start, end, end, heads=True, prose=False, written=written)
        if parted := PARTED.match(text, written.span.end, end):
            return Dated(start, parted.end(), end, heads=False, prose=False, written=written)
    closing = AT_END.search(text, at, end)
    behind_it = read_date(text, *closing.span("day"), words) if closing else None
    whole = closing is not None and behind_it is not None and behind_it.span.end == closing.end("day")
    if whole and behind_it is not None and behind_it.month:
        return Dated(start, at, end, heads=False, prose=False, written=behind_it)
    return None


def _in_prose(text: str, start: int, end: int, words: CalendarWords) -> Iterator[Dated]:
    """Each sentence of a line that begins "On Tuesday, ..." or "Tuesday brings ...", with what follows it."""
    opens = [
        (at, written)
        for at in (
            _behind_marks(text, start, end),
            *(found.end() for found in SENTENCE.finditer(text, start, end)),
        )
        if (written := _opening(text, at, end, words)) is not None
    ]
    ends = [*(at for at, _ in opens[1:]), end]
    for (at, written), last in zip(opens, ends[: len(opens)], strict=True):
        yield Dated(at, at, last, heads=False, prose=True, written=written)


def _opening(text: str, at: int, end: int, words: CalendarWords) -> Written | None:
    """The date with which a sentence opens."""
    word, _, _ = text[at:end].partition(" ")
    leads = word.lower() in words.lists["prepositions of dates"]
    written = read_date(text, at + len(word) + 1 if leads else at, end, words)
    if written is None or not (leads or written.weekday):
        return None
    return written if (IN_PROSE if leads else BEGINS_CLAUSE).match(text, written.span.end, end) else None


def dated_behind_names(
    text: str, lines: Sequence[Dated | Plain], words: CalendarWords, *, alone: bool
) -> list[Dated | Plain]:
    """The lines of a text that its title calls a diary or chronology, with those read whose date no mark parts.

    "STRELSAU, Feb 18: ", "Day 1 (2 February): "; alone: "Feb 18 Envoys visit Strelsau" too.
    """
    return [
        (_behind_name(text, line, words) or (alone and _unparted(text, line, words)) or line)
        if isinstance(line, Plain)
        else line
        for line in lines
    ]


def _behind_name(text: str, line: Plain, words: CalendarWords) -> Dated | None:
    name = NAME.match(text, _behind_marks(text, line.start, line.end), line.end)
    written = read_date(text, name.end(), line.end, words) if name else None
    parted = PARTED_BEHIND_NAME.match(text, written.span.end, line.end) if written else None
    if name is None or written is None or parted is None:
        return None
    place = Span(*name.span("name"))
    return Dated(line.start, parted.end(), line.end, heads=False, prose=False, written=written, place=place)


def _unparted(text: str, line: Plain, words: CalendarWords) -> Dated | None:
    written = read_date(text, _behind_marks(text, line.start, line.end), line.end, words)
    told = UNPARTED.match(text, written.span.end, line.end) if written and written.day else None
    if told is None:
        return None
    return Dated(line.start, told.end(), line.end, heads=False, prose=False, written=written)


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
