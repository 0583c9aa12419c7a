"""What users decide about a status, and about which reports are one happening."""

from __future__ import annotations

from typing import Literal

import pytest

from detente.dossiers import changes, link, state
from detente.dossiers.records import Account, Dossier, DossierStatus, Overrule, State
from detente.knowledge.dossiers import DossierTables
from tests.dossiers.making import account, event

PLANNED = account("doc1", "2013-02-10", event(when="2013-03-03"))
HELD = account("doc2", "2013-03-04", event(status="occurred", when="2013-03-03"))


def ruling(value: DossierStatus | None, day: str, *, made: int = 1, first: str = "doc1#h1") -> Overrule:
    return Overrule(
        id=f"o{made}",
        verdict="status",
        first=first,
        value=value,
        day=day,
        who="Editor",
        made=f"2013-04-0{made}",
    )


def of(accounts: list[Account], overrules: list[Overrule], tables: DossierTables) -> Dossier:
    (found,) = link(accounts, tables=tables, overrules=overrules)
    return found


def on(dossier: Dossier, day: str, tables: DossierTables) -> State:
    found = state(dossier, day, tables=tables)
    assert found is not None
    return found


def test_a_decided_status_counts_from_its_day_until_it_is_taken_back(tables: DossierTables) -> None:
    whole = of([PLANNED], [ruling("cancelled", "2013-02-12"), ruling(None, "2013-02-15", made=2)], tables)
    stood = {day: on(whole, f"2013-02-{day}", tables) for day in (11, 12, 14, 15)}
    assert [now.status for now in stood.values()] == ["planned", "cancelled", "cancelled", "planned"]
    ruled = stood[14].overruled
    assert ruled is not None
    assert (ruled.who, ruled.reported, ruled.reported_since) == ("Editor", "planned", "2013-02-10")
    assert stood[15].overruled is None


def test_of_two_on_one_day_the_one_made_last_stands(tables: DossierTables) -> None:
    whole = of([PLANNED], [ruling("cancelled", "2013-02-12", made=2), ruling("denied", "2013-02-12")], tables)
    assert on(whole, "2013-02-12", tables).status == "cancelled"


def test_a_code_that_no_report_gives_is_not_known(tables: DossierTables) -> None:
    now = on(of([PLANNED], [ruling("cancelled", "2013-02-12")], tables), "2013-02-12", tables)
    assert (now.type, now.status_voice) == (None, None)
    assert "user" in now.unknown["type"]


@pytest.mark.parametrize(
    ("value", "from_day", "time"),
    [
        ("occurred", "2013-02-12", None),
        ("under_way", "2013-02-12", None),
        ("occurred", "2013-03-03", "2013-03-03"),
        ("occurred", "2013-03-09", "2013-03-03"),
        ("cancelled", "2013-02-12", "2013-03-03"),
    ],
)
def test_what_is_decided_to_have_taken_place_did_so_on_no_later_day(
    value: DossierStatus, from_day: str, time: str | None, tables: DossierTables
) -> None:
    now = on(of([PLANNED], [ruling(value, from_day)], tables), "2013-03-10", tables)
    assert (now.status, now.time and now.time.value) == (value, time)
    assert ("time" in now.unknown, [offer.current for offer in now.offers]) == (
        time is None,
        [time is not None],
    )


def test_what_reports_say_later_is_told_beside_the_decision(tables: DossierTables) -> None:
    whole = of([PLANNED, HELD], [ruling("cancelled", "2013-02-12")], tables)
    now = on(whole, "2013-03-04", tables)
    assert now.overruled is not None
    assert (now.status, now.overruled.reported) == ("cancelled", "occurred")
    told = [(change.day, change.what) for change in changes(whole, None, "2013-03-10", tables=tables)]
    assert told[:2] == [("2013-02-10", "new"), ("2013-02-12", "overruled")]
    assert ("2013-03-04", "held") in told


def test_no_decision_counts_before_the_report_that_it_names(tables: DossierTables) -> None:
    whole = of([PLANNED], [ruling("denied", "2013-01-01")], tables)
    assert on(whole, "2013-02-10", tables).status_since == "2013-02-10"
    assert [c.what for c in changes(whole, None, "2013-02-11", tables=tables)] == ["new", "overruled"]


@pytest.mark.parametrize(("verdict", "what"), [("same", "merged"), ("different", "split")])
def test_merging_and_splitting_are_changes(
    verdict: Literal["same", "different"], what: str, tables: DossierTables
) -> None:
    when = "2013-03-03" if verdict == "different" else "2013-06-20"
    other = account("doc3", "2013-02-11", event(when=when))
    overrule = Overrule(
        id="o1", verdict=verdict, first="doc1#h1", second="doc3#h1", made="2013-03-01T08:00:00", who="Editor"
    )
    for dossier in link([PLANNED, other], tables=tables, overrules=[overrule]):
        (found,) = [
            one for one in changes(dossier, None, "2013-03-02", tables=tables) if one.day == "2013-03-01"
        ]
        assert (found.what, found.who) == (what, "Editor")
        assert dossier.id in (found.before, found.after)
