"""TIMEX3 values and calendar days: the days of a value, the value of a day, and steps between them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; meteorological seasons have three whole months
MONTHS = {"M": 1, "Q": 3, "HY": 6, "Y": 12, "FY": 12, "DE": 120, "CE": 1200}
DAYS = {"D": 1, "WD": 1, "W": 7, "WE": 7, "FN": 14}
CLOCK = {"TH": ("H", 3600), "TM": ("M", 60), "TS": ("S", 1)}
HALVES = {"D": ("12", "TH"), "Y": ("6", "M"), "TH": ("30", "TM"), "TM": ("30", "TS")}
FISCAL_START = 10  # the fiscal year of the US government, which news means unless it says otherwise
UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "HY": "XXXX-HX",
}
# how far a vague number of units reaches: "days" stay below a week, "weeks" below two months, and so on
VAGUE = {"D": (7, "D"), "W": (8, "W"), "M": (6, "M"), "Y": (10, "Y"), "WE": (8, "W"), "DE": (100, "Y")}


ISO_DAY = 10  # the length of 2013-02-12


class Days(NamedTuple):
    """First and last day, both inside."""

    first: date
    last: date


def month_days(year: int, month: int, *, months: int = 1) -> Days:
    """The days of so many months from the first of that month on."""
    first = date(year, month, 1)
    return Days(first, add_months(first, months) - timedelta(days=1))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _week(year: str, week: str) -> Days:
    first = date.fromisocalendar(int(year), int(week), 1)
    return Days(first, first + timedelta(days=6))


def _weekend(year: str, week: str) -> Days:
    last = _week(year, week).last
    return Days(last - timedelta(days=1), last)


def _day(text: str) -> Days:
    return Days(date.fromisoformat(text), date.fromisoformat(text))


def _night(text: str) -> Days:
    """A night lasts into the day after."""
    first = date.fromisoformat(text)
    return Days(first, first + timedelta(days=1))


def _weekday(year: str, week: str, weekday: str) -> Days:
    day = date.fromisocalendar(int(year), int(week), int(weekday))
    return Days(day, day)


def _years(digits: str) -> Days:
    span = 10 ** (4 - len(digits))
    return Days(date(max(int(digits) * span, 1), 1, 1), date(int(digits) * span + span - 1, 12, 31))


READERS: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)TNI"), _night),
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-W(\d\d)-(\d)(?:T.*)?"), _weekday),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: month_days(int(y), int(m))),
    (re.compile(r"(\d{4})-Q(\d)"), lambda y, q: month_days(int(y), int(q) * 3 - 2, months=3)),
    (re.compile(r"(\d{4})-H(\d)"), lambda y, h: month_days(int(y), int(h) * 6 - 5, months=6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: month_days(int(y), SEASONS[s], months=3)),
    (re.compile(r"(\d{2,4})"), _years),
    (re.compile(r"FY(\d{4})"), lambda y: month_days(int(y) - 1, FISCAL_START, months=12)),
)


@lru_cache(maxsize=4096)
def days_of(value: str) -> Days | None:
    """The days that a complete DATE or TIME value stands for; None for durations, references and X."""
    for pattern, read in READERS:
        found = pattern.fullmatch(value)
        if found:
            try:
                return read(*found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def value_of(day: date, unit: str) -> str:
    """The value of the unit that the day lies in."""
    if unit in ("W", "WE", "FN"):
        return _iso_week(day)[:8] + ("-WE" if unit == "WE" else "")
    forms: Mapping[str, str] = {
        "M": day.isoformat()[:7],
        "Y": f"{day.year:04}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "HY": f"{day.year:04}-H{(day.month + 5) // 6}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
        "FY": f"FY{day.year + (day.month >= FISCAL_START):04}",
    }
    return forms.get(unit, day.isoformat())


def step(day: date, count: int, unit: str) -> date:
    """So many units later. Raises `OverflowError` or `ValueError` outside the calendar."""
    if unit in MONTHS:
        return add_months(day, count * MONTHS[unit])
    if unit in DAYS:
        return day + timedelta(days=count * DAYS[unit])
    return day + timedelta(days=int(count * CLOCK[unit][1] / 86400))


def fill(template: str, day: date) -> str:
    """The template with each X replaced by the day's own digit: XXXX-WXX-5 by year and week, XXXX-03 by the year.

    X stand in front; what follows the last of them in the date stays.
    """
    weekly = template[4:6] == "-W" and template[6:7] in ("X", "0", "1", "2", "3", "4", "5")
    base, known = _iso_week(day) if weekly else day.isoformat(), template.rfind("X", 0, ISO_DAY) + 1
    if template.endswith("-WI") and template.startswith("XXXX") and day.month <= 2:
        base = f"{day.year - 1:04}"  # January lies in the winter that began the year before
    value = base[:known] + template[known:]
    if weekly and value[8:9] == "-" and value[9:10].isdigit():
        return date.fromisocalendar(int(value[:4]), int(value[6:8]), int(value[9])).isoformat() + value[10:]
    return value


def _iso_week(day: date) -> str:
    year, week, weekday = day.isocalendar()
    return f"{year:04}-W{week:02}-{weekday}"


def period(template: str) -> str:
    """After how long a template comes round again: a weekday each week, a month each year."""
    for start, unit in (("XXXX-WXX", "W"), ("XXXX-XX-XX", "D"), ("XXXX-XX", "M")):
        if template.startswith(start):
            return unit
    return "Y"


def duration(count: str, unit: str) -> str:
    """P2Y, PT3H, PXD; decades and centuries are counted in years, fortnights in weeks, a bare half in smaller units."""
    if count == "0.5" and unit in HALVES:
        count, unit = HALVES[unit]
    factor, letter = {"DE": (10, "Y"), "CE": (100, "Y"), "FN": (2, "W"), "HY": (6, "M"), "FY": (1, "Y")}.get(
        unit, (1, unit)
    )
    if count.replace(".", "", 1).isdigit() and factor > 1:
        count = f"{float(count) * factor:g}"
    if unit in CLOCK:
        return f"PT{count}{CLOCK[unit][0]}"
    return f"P{count}{letter}"


def stretch(day: date, count: str, unit: str, *, ahead: bool) -> date:
    """Where a duration that starts or ends on the day has its other end."""
    number, unit = (
        (int(float(count)), unit) if count.replace(".", "", 1).isdigit() else VAGUE.get(unit, (1, "D"))
    )
    return step(day, number if ahead else -number, unit)
