"""Sources that take back what they said, and dates that were told again: what is contradicted, what was moved."""

from __future__ import annotations

import pytest

from detente.dossiers.changes import changes
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from tests.dossiers.making import account, event, told
from tests.dossiers.test_state import AIDES, HOST, MINISTRY, at, dossier

MINDS = [
    ("a side denies what others tell", [told(1, says=AIDES), told(2, "denied", says=MINISTRY)], ["status"]),
    (
        "a side tells later what it denied",
        [told(1, says=AIDES), told(2, "denied", says=MINISTRY), told(4, "scheduled", says=MINISTRY)],
        [],
    ),
    (
        "a side tells what it denies in the same report",
        [told(1, says=AIDES), told(2, "denied", says=MINISTRY), told(2, "scheduled", says=MINISTRY)],
        ["status"],
    ),
    (
        "a side denies what it told",
        [told(1, "scheduled", says=MINISTRY), told(2, says=HOST), told(4, "denied", says=MINISTRY)],
        ["status"],
    ),
    (
        "one side takes its denial back, the other does not",
        [
            told(1, says=AIDES),
            told(2, "denied", says=MINISTRY),
            told(3, "denied", says=HOST),
            told(4, "scheduled", says=MINISTRY),
        ],
        ["status"],
    ),
]


@pytest.mark.parametrize(("accounts", "about"), [case[1:] for case in MINDS], ids=[c[0] for c in MINDS])
def test_a_source_that_changed_its_mind_contradicts_nobody(
    accounts: list[Account], about: list[str], tables: DossierTables
) -> None:
    assert [one.about for one in at("2013-02-28", *accounts, tables=tables).contradictions] == about


def test_what_is_put_off_is_moved_from_the_date_that_was_told_last(tables: DossierTables) -> None:
    one = dossier(
        told(1, "scheduled", "2013-03-09", says=MINISTRY),
        told(2, when="2013-03-08", says=AIDES),
        told(3, "scheduled", "2013-03-09", says=MINISTRY),
        told(5, "postponed", says=MINISTRY),
        told(7, "scheduled", "2013-04-14", says=MINISTRY),
    )
    (moved,) = [
        change for change in changes(one, None, "2013-02-28", tables=tables) if change.what == "moved"
    ]
    assert (moved.before, moved.after) == ("2013-03-09", "2013-04-14")


DENIED_TRIPS = [
    (
        "the ministry denies what is planned",
        [told(1, says=AIDES), told(2, stance="denies", says=MINISTRY)],
        "denied",
    ),
    (
        "so does an unnamed aide",
        [told(1, "scheduled", says=MINISTRY), told(2, stance="denies", says=AIDES)],
        "scheduled",
    ),
    (
        "a report gives the rumour and the denial of it",
        [account("a", "2013-02-01", event(says=AIDES), event("visit", "denied", says=MINISTRY, name="e2"))],
        "denied",
    ),
    (
        "a report gives one side's plan and the other's denial",
        [account("a", "2013-02-01", event(says=MINISTRY), event("visit", "denied", says=HOST, name="e2"))],
        "planned",
    ),
]


@pytest.mark.parametrize(
    ("accounts", "status"), [case[1:] for case in DENIED_TRIPS], ids=[c[0] for c in DENIED_TRIPS]
)
def test_a_plan_that_a_side_denies_is_denied(
    accounts: list[Account], status: str, tables: DossierTables
) -> None:
    assert at("2013-02-28", *accounts, tables=tables).status == status
