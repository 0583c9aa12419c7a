"""What the entries of diaries and chronologies tell: their status, days, places, sides and sources."""

from __future__ import annotations

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Event, Report

DIARY = """Week ahead: Sylvania's president visits Graustark

Monday 18 February
- STRELSAU: Ruritania and Sylvania resume talks (to Feb 20)
- KLAUSENBURG: Ruritanian foreign minister visits
- EDELWEISS: Sylvanian foreign minister meets his Ruritanian counterpart
Wednesday 20 February
- STRELSAU: Graustark and Ruritania sign a trade treaty. The dam was built in 2011.
Date to be confirmed
- EDELWEISS: Graustark expels two Ruritanian diplomats
"""
CHRONOLOGY = """Timeline: Ruritania and Sylvania

1908: Ruritania invades Sylvania
3 March 2011: Sylvania expels the Ruritanian envoy, who visits Graustark. Ruritania closes the border.
9 May: Ruritania and Sylvania sign a truce
"""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def _report(text: str, coder: Coder, day: str = "2013-02-15") -> Report:
    return coder.code(Document(text=text, published=day))


def _told(event: Event) -> str:
    sides = ["+".join(sorted(a.country or a.name for a in s)) for s in (event.actors, event.recipients)]
    days = f"{event.time.earliest}..{event.time.latest}" if event.time else "-"
    return f"{event.kind} {'>'.join(filter(None, sides))} {event.status} {days}"


def test_a_diary_tells_what_is_planned(coder: Coder) -> None:
    assert [_told(event) for event in _report(DIARY, coder).events] == [
        "visit SYL>GRA planned -",
        "talks RUR+SYL planned 2013-02-18..2013-02-20",
        "visit RUR>SYL planned 2013-02-18..2013-02-18",
        "meeting RUR+SYL planned 2013-02-18..2013-02-18",
        "signing GRA+RUR planned 2013-02-20..2013-02-20",
        "expulsion GRA>RUR planned -",
    ]


def test_the_town_before_an_entry_is_the_place_and_no_source(coder: Coder) -> None:
    report = _report(DIARY, coder)
    named = [event.place.text if event.place else None for event in report.events[1:5]]
    assert named == ["STRELSAU", "KLAUSENBURG", "EDELWEISS", "STRELSAU"]
    assert not any(source.country for e in report.events for claim in e.claims for source in claim.sources)


def test_the_days_of_a_diary_that_are_over(coder: Coder) -> None:
    talks = "Ruritania and Sylvania resume talks"
    text = f"Diary\n\nMonday 11 February\n{talks}\n\nFriday 15 February\n{talks}"
    assert [event.status for event in _report(text, coder).events] == ["occurred", "planned"]


def test_a_chronology_tells_what_came_to_pass_however_long_ago(coder: Coder) -> None:
    told = [_told(event) for event in _report(CHRONOLOGY, coder).events]
    assert "invasion RUR>SYL occurred 1908-01-01..1908-12-31" in told
    assert "signing RUR+SYL occurred 2011-05-09..2011-05-09" in told
    assert all("2011-03-03" in one for one in told if one.startswith(("expulsion", "border", "visit")))


def test_the_gate_leaves_the_headings(coder: Coder) -> None:
    gated = Coder(loaded=coder.knowledge, gate=True)
    assert _report(DIARY, gated).events == _report(DIARY, coder).events


def test_a_day_that_sees_something_is_its_time_and_no_source(coder: Coder) -> None:
    report = _report("Monday will see the premiers of Ruritania and Sylvania meet in Edelweiss.", coder)
    assert [_told(event) for event in report.events] == ["meeting RUR+SYL planned 2013-02-18..2013-02-18"]
    assert not report.attributions


def test_the_past_is_not_dated_by_a_day_to_come(coder: Coder) -> None:
    text = "Week ahead\n\nMonday\nRuritania and Sylvania met in Edelweiss.\nTuesday\nThe two sides are expected to meet again."
    assert all(
        event.time is None or event.time.earliest != "2013-02-18" for event in _report(text, coder).events
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("CANCELLED: Ruritanian premier visits Sylvania", "visit RUR>SYL cancelled"),
        ("STRELSAU: CANCELLED: Sylvanian premier's visit to Ruritania", "visit SYL>RUR cancelled"),
        ("KLAUSENBURG - Ruritania and Sylvania hold talks (postponed)", "talks RUR+SYL postponed"),
        ("POSTPONED - Talks between Ruritania and Sylvania", "talks RUR+SYL postponed"),
        ("TBC: Ruritanian premier visits Sylvania", "visit RUR>SYL planned"),
        ("STRELSAU: Ruritania and Sylvania hold talks (confirmed)", "talks RUR+SYL planned"),
    ],
)
def test_a_label_tells_what_is_off(entry: str, told: str, coder: Coder) -> None:
    text = f"Week ahead\n\nMonday 18 February\n- {entry}\n- EDELWEISS: Graustark expels two Ruritanian diplomats\n"
    first, second = _report(text, coder).events
    assert _told(first) == f"{told} 2013-02-18..2013-02-18"
    assert second.status == "planned"
    assert first.place is None or first.place.text not in ("CANCELLED", "TBC")


def test_a_title_may_stand_under_such_a_label(coder: Coder) -> None:
    (event,) = _report("Postponed: Ruritania and Sylvania hold talks\n", coder).events
    assert event.status == "postponed"


LIVE = """Ruritania-Sylvania live: envoys meet

Friday 15 February

14.05 GMT

Sylvania closes the border with Ruritania

Graustark's foreign minister arrived in Strelsau yesterday.

Wednesday 13 February

09.15 GMT

Sylvania's premier visited Ruritania yesterday.
"""


def test_a_live_page_tells_what_was_and_each_entry_from_its_own_day(coder: Coder) -> None:
    assert [_told(event) for event in _report(LIVE, coder).events if event.time][-3:] == [
        "closure of border SYL>RUR occurred 2013-02-15..2013-02-15",
        "visit GRA>RUR occurred 2013-02-14..2013-02-14",
        "visit SYL>RUR occurred 2013-02-12..2013-02-12",
    ]
