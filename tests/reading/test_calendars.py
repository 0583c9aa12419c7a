"""Which texts are diaries or chronologies, and what stands under which of their dates."""

from __future__ import annotations

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.reading.calendars.records import Calendar
from detente.records import Document

ENVOYS = "Sylvanian envoys visit Strelsau"
KING = "The king of Graustark receives them"

# title and lines, day of publication, the sort, and the days of the entries
CALENDARS = [
    (f"Diary\n\nMonday, 18 February\n- {ENVOYS}\n\n20 Feb\n- {KING}", "2013-02-15", "diary", "2013-02-18 2013-02-20"),
    (f"Week ahead\n\nMONDAY\n{ENVOYS}.\nTUESDAY\n{KING}.", "2013-02-15", "diary", "2013-02-18 2013-02-19"),
    (f"Week ahead\n\nOn Thursday, {ENVOYS}. On Friday, {KING}.", "2013-02-15", "diary", "2013-02-21 2013-02-22"),
    (f"Planner\n\nDec 30-Jan 2: {ENVOYS}\nJan 5: {KING}", "2012-12-12", "diary", "2012-12-30..2013-01-02 2013-01-05"),
    (f"Calendar\n\n8-12 March 2013\n* {ENVOYS}\n* {KING}", "2013-02-12", "diary", "2013-03-08..2013-03-12 " * 2),
    (f"Calendar\n\n18 March\n{ENVOYS} (to March 20)\n21 March\n{KING}", "2013-02-12", "diary",
     "2013-03-18..2013-03-20 2013-03-21"),
    (f"Today's agenda\n\n0930 GMT Strelsau: {ENVOYS}\n11:00 Edelweiss: {KING}", "2013-02-12", "diary", "2013-02-12 " * 2),
    (f"What is next\n\nMarch 4 - {ENVOYS}\nMarch 9 - {KING}", "2013-02-12", "diary", "2013-03-04 2013-03-09"),
    (f"Timeline\n\n3 March 2010 - {ENVOYS}\n1 May - {KING}", "2013-02-12", "chronology", "2010-03-03 2010-05-01"),
    (f"Timeline\n\nNov. 4: {ENVOYS}\nJan. 7: {KING}", "2013-02-12", "chronology", "2012-11-04 2013-01-07"),
    (f"The talks\n\n2010\n3 March: {ENVOYS}\n2011\n8 May: {KING}", "2013-02-12", "chronology", "2010-03-03 2011-05-08"),
    (f"Key dates\n\nOct 9, 2012 - {ENVOYS}\nSept 3 - {KING}\n1 May 2011 - {KING}", "2013-02-12", "chronology",
     "2012-10-09 2012-09-03 2011-05-01"),
    (f"Week in review\n\nMonday\n{ENVOYS}.\nThursday\n{KING}.", "2013-02-15", "chronology", "2013-02-11 2013-02-14"),
    (f"Milestones\n\n* 1908: {ENVOYS}\n* 1974: {KING}", "2013-02-12", "chronology",
     "1908-01-01..1908-12-31 1974-01-01..1974-12-31"),
    (f"World diary\n\nMonday, February 11\n{ENVOYS}\nTuesday, March 5\n{KING}", "2013-02-12", "diary",
     "2013-02-11 2013-03-05"),
    (f"Forthcoming visits\n\nSTRELSAU, Feb 18: {ENVOYS}\nEDELWEISS, Feb 20: {KING}", "2013-02-12", "diary",
     "2013-02-18 2013-02-20"),
    (f"Coming up\n\n- {ENVOYS} (Feb. 18)\n- {KING} (Feb. 20)", "2013-02-12", "diary", "2013-02-18 2013-02-20"),
    (f"Diary\n\n18 Feb   Strelsau   {ENVOYS}\n20 Feb   Edelweiss   {KING}", "2013-02-12", "diary", "2013-02-18 2013-02-20"),
    (f"Week ahead\n\nEAST\nMonday: {ENVOYS}\nFriday: {KING}\n\nWEST\nMonday: {KING}", "2013-02-15", "diary",
     "2013-02-18 2013-02-22 2013-02-18"),
    ("Week ahead\n\nMonday will see the premiers meet. On Tuesday, they dine.", "2013-02-15", "diary", "2013-02-18 2013-02-19"),
    (f"Week ahead\n\nSUN 17\n0900 {ENVOYS}\nMON 18\n1100 {KING}", "2013-02-15", "diary", "2013-02-17 2013-02-18"),
    (f"Diary\n\nMarch 9-10 {ENVOYS}\nMarch 12 {KING}", "2013-02-12", "diary", "2013-03-09..2013-03-10 2013-03-12"),
    (f"Timeline\n\nDAY 1 (2 February): {ENVOYS}\nDAY 2 (3 February): {KING}", "2013-02-12", "chronology",
     "2013-02-02 2013-02-03"),
    (f"Next week\n\nMon. Feb 18: {ENVOYS}. Tue. Feb 19: {KING}.", "2013-02-12", "diary", "2013-02-18 2013-02-19"),
    (f"Diary for Tuesday, 19 February\n\nSTRELSAU - {ENVOYS} (1000)\nEDELWEISS - {KING}", "2013-02-15", "diary",
     "2013-02-19 " * 2),
    (f"Sunday 17 - Friday 22 February: the week ahead\n\nSunday\n{ENVOYS}\nTuesday\n{KING}", "2013-02-15", "diary",
     "2013-02-17 2013-02-19"),
]  # fmt: skip

OTHERS = [
    f"Envoys visit Strelsau\n\n12 February 2013\n\n{ENVOYS}. On Monday, they met the premier. On Tuesday, {KING}.",
    f"Envoys visit Strelsau\n\nMonday\n{ENVOYS}.\n\nTuesday\n{KING}.",
    f"The king's diary\n\n{ENVOYS} on 3 March. {KING} on 5 March.",
    f"{ENVOYS}\n\nSTRELSAU, Feb 12 (Agency) - {KING}.\n\n2,000 people watched.",
    f"The agenda of {ENVOYS}\n\nIn 1995, they were in Graustark. In 2004, {KING}.",
    f"{ENVOYS}\n\nThey met before (3 May 2012)\nThe king was there, too (5 May 2012)",
    f"{ENVOYS}\n\n1. {KING}\n2. They fly home on 3 March",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def _calendar(text: str, day: str, coder: Coder) -> Calendar | None:
    found: Calendar | None = coder.layers(Document(text=text, published=day))["calendar"]
    return found


def _days(calendar: Calendar) -> list[str]:
    spans = [entry.days for entry in calendar.entries if entry.days]
    return [f"{first}" if first == last else f"{first}..{last}" for first, last in spans]


@pytest.mark.parametrize(("text", "day", "sort", "days"), CALENDARS)
def test_the_days_of_entries(text: str, day: str, sort: str, days: str, coder: Coder) -> None:
    calendar = _calendar(text, day, coder)
    assert calendar is not None
    assert calendar.sort == sort
    assert _days(calendar) == days.split()


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_are_none(text: str, coder: Coder) -> None:
    assert _calendar(text, "2013-02-12", coder) is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- STRELSAU: ", "STRELSAU"),
        ("* Klausenburg - ", "Klausenburg"),
        ("10:00-12:00 EDELWEISS – ", "EDELWEISS"),
        ("** STRELSAU. ", "STRELSAU"),
        ("--Klausenburg: ", "Klausenburg"),
        ("0930 GMT ", None),
    ],
)
def test_marks_hours_and_places_are_apart_from_what_is_told(
    line: str, place: str | None, coder: Coder
) -> None:
    text = f"Diary\n\nMarch 4\n{line}{ENVOYS} (continues)\nMarch 5\n{KING}"
    calendar = _calendar(text, "2013-02-12", coder)
    assert calendar is not None
    first = calendar.entries[0]
    assert text[first.told : first.closing] == ENVOYS
    assert (text[slice(*first.place)] if first.place else None) == place


def test_a_wrapped_line_is_one_entry(coder: Coder) -> None:
    told = "Sylvanian envoys visit Strelsau for talks on the dam of Zenda, which\nis not yet built"
    calendar = _calendar(f"Diary\n\nMarch 4\n{told}\nMarch 5\n{KING}", "2013-02-12", coder)
    assert calendar is not None
    assert len(calendar.entries) == 2


def test_a_place_may_stand_above_the_entries_of_a_day(coder: Coder) -> None:
    text = f"Diary\n\nMarch 4\n\nSTRELSAU\n{ENVOYS}\n\nEDELWEISS\n{KING}\n\nMarch 5\n\n{KING}"
    calendar = _calendar(text, "2013-02-12", coder)
    assert calendar is not None
    assert [text[slice(*e.place)] if e.place else None for e in calendar.entries] == [
        "STRELSAU",
        "EDELWEISS",
        None,
    ]
