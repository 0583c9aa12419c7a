"""A line of text in, the date that stands in it out as it is written, whether its year is told or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from detente.knowledge.grammar import Grammar
from detente.knowledge.times import TimeTables
from detente.reading.calendars.records import Written
from detente.records import Span

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1\d|20)\d\d"
DASH = r"\s?[-–—/]\s?"
ZONES = ("zone", "utc")  # classes of words
HEADINGS = ("headings for today", "headings for tomorrow")


@dataclass(frozen=True)
class CalendarWords:
    """The patterns of dates, with what their words stand for, and the lists of words.

    dates: in the order in which they are tried. opens: where a line may begin with one.
    """

    dates: tuple[re.Pattern[str], ...]
    opens: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    ahead: Mapping[str, int]
    zones: str
    lists: Mapping[str, frozenset[str]]


def calendar_words(times: TimeTables, grammar: Grammar) -> CalendarWords:
    """What dates are made of in this language."""
    months = _numbers(times.classes["month"].codes)
    weekdays = _numbers(times.classes["weekday"].codes)
    ahead = {word: n for n, name in enumerate(HEADINGS) for word in grammar.words[name]}
    to = _one_of(grammar.words["words that lead to a last day"])
    dates = _patterns(_one_of(months), _one_of(weekdays), _one_of(ahead), rf"(?:{DASH}|\s(?:{to})\s)")
    lead = _one_of(grammar.words["prepositions of dates"])
    first = "|".join(f"(?:{_one_of(words)})" for words in (months, weekdays, ahead))
    return CalendarWords(
        dates=dates,
        opens=re.compile(rf"(?im)^[\W_]*(?:(?:{lead})\s)?(?:(?:{first})\b|\d)"),
        months=months,
        weekdays=weekdays,
        ahead=ahead,
        zones=_one_of(word for name in ZONES for word in times.classes[name].codes),
        lists=grammar.words,
    )


def read_date(text: str, start: int, end: int, words: CalendarWords) -> Written | None:
    """The date that begins at an offset of the text and lies before another; None where there is none."""
    for pattern in words.dates:
        found = pattern.match(text, start, end)
        if found:
            return _written(found, words)
    return None


def _written(found: re.Match[str], words: CalendarWords) -> Written:
    said = {name: text for name, text in found.groupdict().items() if text}
    month, last_month = (_look(said.get(name), words.months) for name in ("month", "last_month"))
    return Written(
        span=Span(*found.span()),
        year=int(said["year"]) if "year" in said else None,
        month=month,
        day=_digits(said.get("day")),
        last_month=last_month,
        last_day=_digits(said.get("last_day")),
        weekday=_look(said.get("weekday"), words.weekdays),
        ahead=_look(said.get("ahead"), words.ahead),
    )


def _patterns(months: str, weekdays: str, ahead: str, to: str) -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?P<weekday>{weekdays})\.?"
    before, behind = rf"(?:{weekday},?\s+)?", rf"(?:,?\s+\(?(?:{weekdays})\.?\)?)?(?!\w)"
    year = rf"(?:,?\s+(?P<year>{YEAR}))?"
    day, last = rf"(?P<day>{DAY})", rf"(?P<last_day>{DAY})"
    month, last_month = rf"(?P<month>{months})", rf"(?P<last_month>{months})"
    forms = (
        rf"{before}{day}\s+{month}{to}{last}\s+{last_month}{year}{behind}",
        rf"{before}{day}(?:{to}(?:(?:{weekdays})\.?,?\s+)?{last})?\s+(?:of\s+)?{month}{year}{behind}",
        rf"{before}{month}\s+{day}(?:{to}(?:{last_month}\s+)?{last})?{year}{behind}",
        rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d){behind}",
        rf"{month},?\s+(?P<year>{YEAR})(?!\w)",
        rf"{weekday},?\s+{day}(?!\w)",
        rf"{weekday}(?!\w)",
        rf"(?P<ahead>{ahead})(?!\w)",
        rf"(?P<year>{YEAR})(?!\w)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _numbers(codes: Mapping[str, str]) -> dict[str, int]:
    """By the word in small letters, with and without the full stop of an abbreviation."""
    return {
        form: int(code) for word, code in codes.items() for form in (word.lower(), word.lower().rstrip("."))
    }


def _one_of(words: Iterable[str]) -> str:
    """The longest first; an abbreviation may end with a full stop."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _look(said: str | None, numbers: Mapping[str, int]) -> int | None:
    if said is None:
        return None
    low = said.lower()
    return int(low) if low.isdigit() else numbers[low if low in numbers else low.rstrip(".")]


def _digits(said: str | None) -> int | None:
    return int(re.sub(r"\D", "", said)) if said else None
