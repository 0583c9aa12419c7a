"""What is believed on a day: tables of accounts with the state that they amount to."""

from __future__ import annotations

import msgspec
import pytest

from detente.dossiers.changes import changes
from detente.dossiers.records import Account, Dossier, State
from detente.dossiers.state import state
from detente.knowledge.dossiers import DossierTables
from tests.dossiers.making import told

MINISTRY = "foreign ministry=body=RUR"
HOST = "foreign ministry=body=SYL"
AIDES = "unnamed officials=anonymous=RUR"
POST = "Sylvan Post=outlet"


def dossier(*accounts: Account) -> Dossier:
    return Dossier(id="dossier:000000000000", accounts=accounts)


def at(day: str, *accounts: Account, tables: DossierTables) -> State:
    found = state(dossier(*accounts), day, tables=tables)
    assert found is not None
    return found


STATUS = [
    (
        "a plan that is denied is not refused",
        "2013-02-28",
        [told(1, says=AIDES), told(2, "declined", says=MINISTRY, stance="denies")],
        "denied",
    ),
    (
        "what goes on is suspended",
        "2013-02-28",
        [told(1, "under_way"), told(2, "postponed", says=MINISTRY)],
        "postponed",
    ),
    (
        "what took place is not put off",
        "2013-02-28",
        [told(1, "occurred"), told(2, "postponed", says=MINISTRY)],
        "occurred",
    ),
    (
        "what a side refused to come to did not take place on its day",
        "2013-02-28",
        [told(1, "declined", "2013-02-09", says=HOST), told(10, "denied", says=POST)],
        "cancelled",
    ),
    ("a rumour", "2013-02-28", [told(1, when="2013-03-03", says=AIDES)], "planned"),
    (
        "a side fixes it",
        "2013-02-28",
        [told(1), told(2, "scheduled", "2013-03-03", says=MINISTRY)],
        "scheduled",
    ),
    (
        "a paper's plan does not undo a side's date",
        "2013-02-28",
        [told(1, "scheduled", "2013-03-03", says=MINISTRY), told(2, "planned", "2013-03-03")],
        "scheduled",
    ),
    (
        "a spokesman without a name fixes it",
        "2013-02-28",
        [told(1), told(2, "planned", "2013-03-03", says="government spokeswoman=anonymous=SYL")],
        "scheduled",
    ),
    (
        "an official without a name fixes nothing",
        "2013-02-28",
        [told(1), told(2, "planned", "2013-03-03", says="government official=anonymous=SYL")],
        "planned",
    ),
    (
        "a third state's spokesman fixes nothing",
        "2013-02-28",
        [told(1), told(2, "planned", "2013-03-03", says="government spokesman=anonymous=GRA")],
        "planned",
    ),
    ("put off", "2013-02-28", [told(1, when="2013-03-03"), told(2, "postponed", says=AIDES)], "postponed"),
    (
        "a new date after it was put off",
        "2013-02-28",
        [told(1, when="2013-03-03"), told(2, "postponed"), told(3, when="2013-03-20")],
        "planned",
    ),
    (
        "the old date told again after it was put off",
        "2013-02-28",
        [told(1, when="2013-03-03"), told(2, "postponed"), told(3, when="2013-03-03")],
        "postponed",
    ),
    ("called off", "2013-02-28", [told(1), told(2, "cancelled", says=MINISTRY)], "cancelled"),
    ("held", "2013-03-09", [told(1, when="2013-02-05"), told(6, "occurred", "2013-02-05")], "occurred"),
    (
        "a stale plan after it was held",
        "2013-03-09",
        [told(6, "occurred", "2013-02-05"), told(7, "planned", "2013-02-05")],
        "occurred",
    ),
    ("its day passes without a report", "2013-03-04", [told(1, when="2013-03-03")], "unreported"),
    ("its day is not over", "2013-03-03", [told(1, when="2013-03-03")], "planned"),
    ("an open end never passes", "2013-06-01", [told(1, when="2013-03-03/")], "planned"),
    (
        "a side denies a rumour",
        "2013-02-28",
        [told(1, says=AIDES), told(2, "denied", says=MINISTRY)],
        "denied",
    ),
    (
        "a rumour does not undo a side's denial",
        "2013-02-28",
        [told(1, says=AIDES), told(2, "denied", says=MINISTRY), told(3, says=AIDES)],
        "denied",
    ),
    (
        "the accused side's denial does not undo an attack",
        "2013-02-28",
        [told(1, "occurred", "2013-02-01"), told(2, "denied", says=MINISTRY)],
        "occurred",
    ),
    (
        "a proposal is declined",
        "2013-02-28",
        [told(1, "proposed"), told(2, "declined", says=HOST)],
        "declined",
    ),
    ("a condition says nothing", "2013-02-28", [told(1), told(2, "hypothetical")], "planned"),
    ("before anything later", "2013-02-01", [told(1), told(2, "cancelled")], "planned"),
]


@pytest.mark.parametrize(
    ("day", "accounts", "status"), [case[1:] for case in STATUS], ids=[c[0] for c in STATUS]
)
def test_status(day: str, accounts: list[Account], status: str, tables: DossierTables) -> None:
    assert at(day, *accounts, tables=tables).status == status


def test_nothing_is_known_before_the_first_report(tables: DossierTables) -> None:
    assert state(dossier(told(5)), "2013-02-04", tables=tables) is None


def test_dates_on_offer_by_whom_and_earlier_plans(tables: DossierTables) -> None:
    accounts = [
        told(1, "scheduled", "2013-02-20", says=MINISTRY),
        told(2, "postponed"),
        told(3, when="2013-03-03", says=AIDES),
        told(4, when="2013-03-10/", says=POST),
    ]
    now = at("2013-02-28", *accounts, tables=tables)
    assert [(offer.time.value, offer.voices[0].source.name) for offer in now.offers] == [
        ("2013-03-03", "unnamed officials"),
        ("2013-03-10/", "Sylvan Post"),
    ]
    assert [offer.time.value for offer in now.earlier_plans] == ["2013-02-20"]
    assert now.time is None
    assert [one.about for one in now.contradictions] == ["time"]


def test_a_sides_new_date_takes_the_place_of_its_old_one(tables: DossierTables) -> None:
    accounts = [
        told(1, "scheduled", "2013-03-03", says=MINISTRY),
        told(2, "scheduled", "2013-03-10", says=MINISTRY),
    ]
    now = at("2013-02-28", *accounts, tables=tables)
    assert [offer.time.value for offer in now.offers] == ["2013-03-10"]
    assert [offer.time.value for offer in now.earlier_plans] == ["2013-03-03"]


MOVES = [
    ("the host tells of a move", "The visit will now begin on 10 March.", HOST, "2013-03-10"),
    ("an outlet tells of a move", "The visit was pushed back to 10 March.", POST, "2013-03-10"),
    ("the host gives another day", "The visit will be on 10 March.", HOST, None),
    ("unnamed people tell of a move", "The visit was pushed back to 10 March.", AIDES, "2013-03-03"),
]


@pytest.mark.parametrize(
    ("sentence", "says", "believed"), [case[1:] for case in MOVES], ids=[case[0] for case in MOVES]
)
def test_a_move_takes_the_place_of_anybodys_date(
    sentence: str, says: str, believed: str | None, tables: DossierTables
) -> None:
    moved = msgspec.structs.replace(told(2, "planned", "2013-03-10", says=says), sentences=(sentence,))
    now = at("2013-02-28", told(1, "scheduled", "2013-03-03", says=MINISTRY), moved, tables=tables)
    assert (now.time and now.time.value) == believed


def test_silence_is_neither_confirmation_nor_denial(tables: DossierTables) -> None:
    accounts = [told(1, says=AIDES), told(2, says=MINISTRY, stance="no_comment", factuality="Uu")]
    now = at("2013-02-28", *accounts, tables=tables)
    assert (len(now.silent), len(now.confirmations), len(now.denials)) == (1, 0, 0)


SOURCES = [
    ("one outlet", [told(1)], 1),
    (
        "a copy counts with its first",
        [told(1), told(2, outlet="Wire", copy_of="doc1Splanned", says="Wire=outlet")],
        1,
    ),
    ("an outlet that cites another", [told(1), told(2, outlet="Wire", says="Strelsau Courier=outlet")], 1),
    ("two outlets", [told(1), told(2, outlet="Wire", says="Wire=outlet")], 2),
    ("a named side told by two outlets", [told(1, says=MINISTRY), told(2, outlet="Wire", says=MINISTRY)], 1),
    ("silence counts for nothing", [told(1), told(2, says=HOST, stance="no_comment", factuality="Uu")], 1),
]


@pytest.mark.parametrize(("accounts", "count"), [case[1:] for case in SOURCES], ids=[c[0] for c in SOURCES])
def test_independent_sources(accounts: list[Account], count: int, tables: DossierTables) -> None:
    assert at("2013-02-28", *accounts, tables=tables).independent_sources == count


def test_a_corrected_text_counts_until_its_correction(tables: DossierTables) -> None:
    accounts = [told(1, when="2013-03-03", superseded="2013-02-03"), told(3, when="2013-03-04")]
    before = at("2013-02-02", *accounts, tables=tables).time
    after = at("2013-02-03", *accounts, tables=tables).time
    assert before and before.value == "2013-03-03"
    assert after and after.value == "2013-03-04"


def test_changes_by_day(tables: DossierTables) -> None:
    one = dossier(
        told(1, when="2013-03-03", says=AIDES),
        told(2, "scheduled", "2013-03-03", says=MINISTRY),
        told(3, "postponed", says=MINISTRY),
        told(5, "scheduled", "2013-03-20", says=HOST),
    )
    found = [(change.day, change.what) for change in changes(one, None, "2013-04-01", tables=tables)]
    assert found == [
        ("2013-02-01", "new"),
        ("2013-02-02", "scheduled"),
        ("2013-02-02", "confirmed"),
        ("2013-02-03", "postponed"),
        ("2013-02-05", "scheduled"),
        ("2013-02-05", "moved"),
        ("2013-02-05", "confirmed"),
        ("2013-03-21", "unreported"),
    ]
    later = changes(one, "2013-02-03", "2013-02-28", tables=tables)
    assert [change.what for change in later] == ["postponed", "scheduled", "moved", "confirmed"]
    assert {c.id for c in later} <= {c.id for c in changes(one, None, None, tables=tables)}


def test_a_mention_without_a_source_is_the_outlets_own_word(tables: DossierTables) -> None:
    silent = told(1, when="2013-03-03")
    bare = msgspec.structs.replace(silent.events[0], claims=())
    found = at("2013-02-28", msgspec.structs.replace(silent, events=(bare,)), tables=tables)
    assert (found.status, found.status_voice and found.status_voice.source.name) == (
        "planned",
        "Strelsau Courier",
    )


def test_two_texts_corrected_on_one_day_are_two_changes(tables: DossierTables) -> None:
    replaced = [
        told(day, superseded="2013-02-05", outlet=outlet) for day, outlet in ((1, "Post"), (2, "Echo"))
    ]
    found = changes(dossier(*replaced, told(5)), None, "2013-02-28", tables=tables)
    corrected = [change for change in found if change.what == "corrected"]
    assert len({change.id for change in corrected}) == 2


def test_copies_change_nothing_but_their_number(tables: DossierTables) -> None:
    told_once = [told(1, "declined"), told(2, "planned", "2013-02-20")]
    first = told_once[0].document
    copies = [told(3, "declined", outlet=outlet, copy_of=first) for outlet in ("Post", "Echo", "Wire")]
    alone, copied = (
        at("2013-02-28", *accounts, tables=tables) for accounts in (told_once, told_once + copies)
    )
    counted = {"reports": 0, "copies": 0, "last_published": None}
    assert msgspec.structs.replace(copied, **counted) == msgspec.structs.replace(alone, **counted)
    assert (alone.copies, copied.copies) == (0, 3)


def test_a_postponement_that_names_the_old_date_gives_no_new_one(tables: DossierTables) -> None:
    """ "The visit on 3 March has been postponed", days after the visit was announced for then."""
    announced = told(1, when="2013-03-03", says=MINISTRY)
    put_off = told(4, "postponed", "2013-03-03", says=MINISTRY)
    now = at("2013-02-05", announced, put_off, tables=tables)
    assert (now.status, now.time, [offer.time.value for offer in now.earlier_plans]) == (
        "postponed",
        None,
        ["2013-03-03"],
    )
