"""A line of a diary or chronology in, its parts out: marks, an hour, the name of a place, what it tells, "(to Dec 11)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from detente.reading.calendars.dates import CalendarWords, read_date
from detente.reading.calendars.days import day_after
from detente.reading.calendars.lines import MARKS
from detente.reading.names import Name
from detente.reading.times.values import Days
from detente.records import Span

SHORT, WORDS = (
    3,
    4,
)  # letters of a short form, which is no town in capitals; words of a name alone on its line

LABELS = ("labels of what is cancelled", "labels of what is postponed", "labels that are no place")

_WORD = r"(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w'’&-]*\.?)"
_NAME = rf"(?P<name>{_WORD}(?:(?:,?\s|\s?/\s?)(?:[a-z]{{2,3}}\s)?{_WORD}){{0,4}}?)"
_PLACE = re.compile(rf"{_NAME}(?P<mark>:\s+|\s+(?:--|[-–—|])\s+|\s{{2,}}|\.\s+)(?=\S)")
_ASIDE = re.compile(r"\s*\((?P<said>[^\s()]+(?:\s[^\s()]+){0,3})\)[.;]?\s*$")  # few words, at the end
_HOUR = r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d{1,2}[:.h]\d{2})?"
_BARE_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\s+(?=[^\W\d_a-z])")  # "0900 Troops leave"


class Lines(NamedTuple):
    """A text, the places that it names by where their names begin, the words; diary: whether it is one."""

    text: str
    towns: Mapping[int, Name]
    words: CalendarWords
    diary: bool


def is_listed(start: int, end: int, lines: Lines) -> bool:
    """Whether marks, an hour or a name stand before what a line tells."""
    at = _behind_marks(start, end, lines)
    marked = bool(lines.text[start:at].strip())
    return marked or behind_hour(start, end, lines) > at or bool(_PLACE.match(lines.text, at, end))


def behind_hour(start: int, end: int, lines: Lines) -> int:
    """ "- 0930 GMT ", "10:00-11:00 ": where the words begin."""
    at = _behind_marks(start, end, lines)
    zone = rf"\s?(?:{lines.words.zones})\b"
    form = rf"(?:{_HOUR}(?:{zone})?|\d{{4}}{zone})(?:\s?[-–—:,])?\s+"
    hour = re.compile(form, re.IGNORECASE).match(lines.text, at, end)
    if hour is None and lines.diary:
        hour = _BARE_HOUR.match(lines.text, at, end)
    return hour.end() if hour else at


def place_before(start: int, end: int, lines: Lines) -> tuple[Span, int] | None:
    """The name before what is told, and where that begins.

    In a diary whatever stands before a colon is such a name; else it may be who says so.
    """
    found = _PLACE.match(lines.text, start, end)
    if found is None:
        return None
    name, mark = Span(*found.span("name")), found["mark"].strip()
    known, loud = _is_known(name, lines), _is_loud(found["name"])
    if mark == ".":
        return (name, found.end()) if loud and known else None
    named = known or (mark == ":" and lines.diary) or (mark not in (":", "") and loud)
    return (name, found.end()) if named else None


def is_label(name: Span, lines: Lines) -> bool:
    """ "CANCELLED: ", "NEW: ": what says how the entry stands, and not where it is."""
    said = lines.text[slice(*name)].lower()
    return any(said in lines.words.lists[labels] for labels in LABELS)


def place_alone(start: int, end: int, lines: Lines) -> Span | None:
    """The name that a line consists of, above what takes place there: "BUDAPEST"."""
    at = _behind_marks(start, end, lines)
    name = lines.text[at:end].rstrip(" :*_=#-")
    span = Span(at, at + len(name))
    if not name or len(name.split()) > WORDS or not all(w[0].isupper() for w in name.split()):
        return None
    whole = _is_known(span, lines) and lines.towns[at].span.end == span.end
    return span if whole or _is_loud(name) else None


def closing_of(start: int, end: int, days: Days | None, lines: Lines) -> tuple[int, Days | None]:
    """ "(to Dec 11)", "(continues)" behind an entry: where that begins, and the days of the entry up to then."""
    found = _ASIDE.search(lines.text, start, end)
    if found is None:
        return end, days
    word, _, rest = found["said"].partition(" ")
    at = found.end("said") - len(rest)
    written = read_date(lines.text, at, found.end("said"), lines.words) if rest else None
    if written is None or word.lower() not in lines.words.lists["words that lead to a last day"]:
        return found.start(), days
    last = day_after(written, days.first) if days else None
    return found.start(), Days(days.first, last) if days and last else days


def _behind_marks(start: int, end: int, lines: Lines) -> int:
    marks = MARKS.match(lines.text, start, end)
    return marks.end() if marks else start


def _is_known(name: Span, lines: Lines) -> bool:
    town = lines.towns.get(name.start)
    return town is not None and town.span.end <= name.end


def _is_loud(name: str) -> bool:
    return name.isupper() and len(name) > SHORT
