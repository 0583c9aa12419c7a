"""The calendar, read by another library than the one that wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import vobject

from detente.dossiers.records import Dossier
from detente.knowledge.dossiers import DossierTables
from detente.outputs.calendar import calendar_bytes
from detente.records import Status
from tests.dossiers.making import account, event


def entries(dossiers: Sequence[Dossier], tables: DossierTables, *, as_of: str) -> list[Any]:
    calendar = vobject.readOne(calendar_bytes(dossiers, as_of=as_of, tables=tables).decode())
    calendar.validate(raiseException=True)
    return list(calendar.contents.get("vevent", []))


COURSE = [
    ("2013-02-10", None),
    ("2013-02-11", ("TENTATIVE", 0, date(2013, 3, 1), date(2013, 4, 1))),
    ("2013-02-12", ("CONFIRMED", 1, date(2013, 3, 4), date(2013, 3, 5))),
    ("2013-02-14", ("CONFIRMED", 2, date(2013, 3, 11), date(2013, 3, 12))),
    ("2013-02-18", ("CANCELLED", 3, date(2013, 3, 11), date(2013, 3, 12))),
]


@pytest.mark.parametrize("as_of, expected", COURSE)
def test_one_entry_goes_through_its_course(
    as_of: str, expected: tuple[object, ...] | None, moving: Dossier, tables: DossierTables
) -> None:
    """The UID stays, the SEQUENCE rises whenever date or status changes."""
    found = entries([moving], tables, as_of=as_of)
    if expected is None:
        assert not found
        return
    (one,) = found
    assert one.uid.value == "dossier-000000000001@detente"
    assert (one.status.value, int(one.sequence.value), one.dtstart.value, one.dtend.value) == expected


def test_an_entry_says_who_says_so_and_where_to_read_it(moving: Dossier, tables: DossierTables) -> None:
    (one,) = entries([moving], tables, as_of="2013-02-14")
    assert "RUR" in one.summary.value
    assert "Fixed by a side." in one.description.value
    assert "“A event was told.” (foreign ministry, Strelsau Courier, 14 Feb 2013)" in one.description.value
    assert one.url.value == "https://post.example/c"


TIMES = [
    ("2013-03-04", date(2013, 3, 4), date(2013, 3, 5), ""),
    ("2013-03-04/2013-03-10", date(2013, 3, 4), date(2013, 3, 11), "On a day of 4–10 Mar 2013: "),
    ("2013-03-04/", date(2013, 3, 4), date(2013, 3, 5), "From this day on: "),
    ("/2013-03-31", date(2013, 3, 31), date(2013, 4, 1), "By this day: "),
    ("2013-01-01/2013-12-31", None, None, ""),
    (None, None, None, ""),
]


@pytest.mark.parametrize("when, first, end, words", TIMES)
def test_days_are_whole_and_uncertain_ones_say_so(
    when: str | None, first: date | None, end: date | None, words: str, tables: DossierTables
) -> None:
    dossier = Dossier(id="dossier:1", accounts=(account("a", "2013-02-11", event(when=when)),))
    found = entries([dossier], tables, as_of="2013-02-11")
    if first is None:
        assert not found  # known to no more than a year, or not at all
        return
    (one,) = found
    assert (one.dtstart.value, one.dtend.value) == (first, end)
    assert one.summary.value.startswith(words)
    assert one.transp.value == "TRANSPARENT"


def test_several_dates_are_one_entry_over_all_of_them(tables: DossierTables) -> None:
    accounts = (
        account("a", "2013-02-11", event(when="2013-03-04"), outlet="Sylvan Post"),
        account("b", "2013-02-11", event(when="2013-03-11", says="Sylvan Post=outlet"), outlet="Sylvan Post"),
        account("c", "2013-02-11", event(when="2013-03-06", says="aides=anonymous"), outlet="Strelsau Wire"),
    )
    found = entries([Dossier(id="dossier:1", accounts=accounts)], tables, as_of="2013-02-11")
    assert found[0].summary.value.startswith("One of several dates: ")


NOT_PLANNED: list[Status] = ["occurred", "under_way", "hypothetical", "denied"]


@pytest.mark.parametrize("status", NOT_PLANNED)
def test_what_was_never_planned_is_in_no_calendar(status: Status, tables: DossierTables) -> None:
    one = account("a", "2013-02-12", event(status=status, when="2013-02-11"))
    assert not entries([Dossier(id="dossier:1", accounts=(one,))], tables, as_of="2013-02-12")


def test_the_calendar_of_the_examples(examples: Sequence[Dossier], tables: DossierTables) -> None:
    found = {one.summary.value: one for one in entries(examples, tables, as_of="2025-06-01")}
    visit = next(one for title, one in found.items() if "Cedeño's visit" in title)
    assert visit.status.value == "TENTATIVE"
    assert (visit.dtstart.value, visit.dtend.value) == (date(2025, 8, 1), date(2025, 9, 1))
    assert len({one.uid.value for one in found.values()}) == len(found) > 5


def test_the_same_dossiers_give_the_same_bytes(examples: Sequence[Dossier], tables: DossierTables) -> None:
    made = calendar_bytes(examples, as_of="2025-06-01", tables=tables)
    assert made == calendar_bytes(examples[::-1], as_of="2025-06-01", tables=tables)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
