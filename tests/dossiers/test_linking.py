"""Which two accounts are one happening: a table, an earlier account and a later one each."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from detente.dossiers.assembling import link
from detente.dossiers.linking import WAITS
from detente.dossiers.records import Account, Overrule
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Event, Span
from tests.dossiers.making import account, event

FEB_1, FEB_2, FEB_20, MAR_4, MAY_1 = "2013-02-01", "2013-02-02", "2013-02-20", "2013-03-04", "2013-05-01"
MINISTER, PRESIDENT = "RUR:foreign minister", "RUR:president"

KOVAR, REIS, LUND = "person:anna-kovar@RUR", "person:otto-reis@SYL", "person:ida-lund@SYL"
ONE = [
    (
        "other hosts on the same day of the visit",
        (FEB_1, event(actors=KOVAR, recipients=REIS, when="2013-03-03")),
        (FEB_2, event("talks", "planned", f"{KOVAR}, {LUND}", "", when="2013-03-03")),
    ),
    (
        "an apology is refused, and made after all",
        (FEB_1, event("apology", "declined")),
        (FEB_20, event("apology", "occurred", when="2013-02-19")),
    ),
    ("the same plan", (FEB_1, event(when="2013-03-03")), (FEB_2, event(when="2013-03-03"))),
    ("no dates", (FEB_1, event()), (FEB_2, event())),
    (
        "rumoured for a week, then for a day",
        (FEB_1, event(when="2013-03-01/2013-03-10")),
        (FEB_2, event(when="2013-03-03")),
    ),
    (
        "planned, then held",
        (FEB_1, event(when="2013-03-03")),
        (MAR_4, event(status="occurred", when="2013-03-03")),
    ),
    ("planned, then put off", (FEB_1, event(when="2013-03-03")), (FEB_20, event(status="postponed"))),
    (
        "put off, then planned anew",
        (FEB_1, event(status="postponed", when="2013-02-10")),
        (FEB_20, event(when="2013-03-20")),
    ),
    (
        "put off without a day, then held",
        (FEB_1, event(status="postponed", when="2013-02-10")),
        (MAR_4, event(status="occurred", when="2013-03-03")),
    ),
    (
        "a rumour is denied, and then a day is named",
        (FEB_1, event("prisoner exchange", "denied", when="2013-02-03/2013-02-10")),
        (FEB_2, event("prisoner exchange", "scheduled", when="2013-02-13")),
    ),
    (
        "the plan is denied, and it comes all the same",
        (FEB_1, event("recall of envoy", "declined", stance="denies")),
        (FEB_20, event("recall of envoy", "occurred", when="/2013-02-20")),
    ),
    (
        "talks during the visit",
        (FEB_20, event(status="occurred", when="2013-02-19")),
        (FEB_20, event("talks", "occurred", "RUR, SYL", "", when="2013-02-19")),
    ),
    (
        "a person without a state",
        (FEB_1, event(actors="person:anna-kovar@RUR", when="2013-03-03")),
        (FEB_2, event(actors="person:anna-kovar", when="2013-03-03")),
    ),
    ("the minister, named and unnamed", (FEB_1, event(actors=MINISTER)), (FEB_2, event(actors="RUR"))),
    (
        "talks told from either side",
        (FEB_1, event("talks", "proposed")),
        (FEB_2, event("talks", "declined", "SYL", "RUR")),
    ),
    (
        "a meeting told as held, then denied without a date",
        (FEB_1, event("meeting", "occurred", "RUR, SYL", "", when="2013-01-01/2013-01-31")),
        (FEB_2, event("meeting", "denied", "RUR, SYL", "")),
    ),
    (
        "a meeting planned, then put off as talks, without a date",
        (FEB_2, event("meeting", "scheduled", "RUR, SYL", "", when="2013-03-03")),
        (FEB_20, event("talks", "postponed", "RUR, SYL", "")),
    ),
    (
        "negotiations planned, then called off without a date",
        (FEB_1, event("negotiations", "planned", "RUR, SYL", "", when="2013-02-25/2013-03-03")),
        (FEB_20, event("meeting", "cancelled", "RUR, SYL", "")),
    ),
    (
        "negotiations that go on, then suspended",
        (FEB_1, event("negotiations", "under_way", "RUR, SYL", "")),
        (FEB_20, event("talks", "postponed", "RUR, SYL", "")),
    ),
    (
        "an attack, dated and on the next day undated",
        (FEB_2, event("airstrike", "occurred", when="2013-02-01")),
        (FEB_2, event("airstrike", "occurred", when="/2013-02-02")),
    ),
]
TWO = [
    (
        "other hosts weeks later",
        (FEB_1, event(actors=KOVAR, recipients=REIS, when="2013-02-03")),
        (FEB_2, event("talks", "planned", f"{KOVAR}, {LUND}", "", when="2013-03-03")),
    ),
    (
        "a visit is declined, and another made",
        (FEB_1, event(status="declined")),
        (MAR_4, event(status="occurred", when="2013-03-03")),
    ),
    ("the visit back", (FEB_1, event()), (FEB_2, event(actors="SYL", recipients="RUR"))),
    ("another pair", (FEB_1, event()), (FEB_2, event(recipients="GRA"))),
    ("another family of kinds", (FEB_1, event()), (FEB_2, event("call", actors="RUR, SYL", recipients=""))),
    ("another office", (FEB_1, event(actors=MINISTER)), (FEB_2, event(actors=PRESIDENT))),
    (
        "other people in the same week",
        (FEB_1, event(actors="person:a@RUR", when="2013-03-03")),
        (FEB_2, event(actors="person:b@RUR", when="2013-03-03")),
    ),
    ("plans months apart", (FEB_1, event(when="2013-03-03")), (FEB_2, event(when="2013-06-03"))),
    (
        "the next visit after one was held",
        (FEB_1, event(status="occurred", when="2013-01-31")),
        (FEB_2, event(when="2013-02-20")),
    ),
    (
        "the denial of another visit weeks after one was held",
        (FEB_1, event(status="occurred", when="2013-01-31")),
        (FEB_20, event(status="denied")),
    ),
    (
        "talks called off after the day of other plans had passed",
        (FEB_2, event("meeting", "scheduled", "RUR, SYL", "", when="2013-02-05")),
        (MAR_4, event("talks", "cancelled", "RUR, SYL", "")),
    ),
    (
        "strikes on consecutive days",
        (FEB_1, event("airstrike", "occurred", when="2013-01-31")),
        (FEB_2, event("airstrike", "occurred", when="2013-02-01")),
    ),
    (
        "strikes told without dates on consecutive days",
        (FEB_1, event("airstrike", "occurred", when="/2013-02-01")),
        (FEB_2, event("airstrike", "occurred", when="/2013-02-02")),
    ),
    (
        "strikes of one day on two towns",
        (FEB_1, event("airstrike", "occurred", when="2013-02-01", place="Strelsau")),
        (FEB_1, event("airstrike", "occurred", when="/2013-02-01", place="Zenda")),
    ),
    (
        "weekly calls",
        (FEB_1, event("call", "occurred", "RUR, SYL", "", when="2013-01-31")),
        (FEB_20, event("call", "occurred", "RUR, SYL", "", when="2013-02-19")),
    ),
    ("long after", (FEB_1, event("call", "occurred", when="2013-01-31")), (MAY_1, event("call", "occurred"))),
]


def linked(first: tuple[str, object], second: tuple[str, object], tables: DossierTables) -> int:
    accounts = [account("a", first[0], first[1]), account("b", second[0], second[1])]  # type: ignore[arg-type]
    return len(link(accounts, tables=tables))


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_happening(first: tuple[str, object], second: tuple[str, object], tables: DossierTables) -> None:
    assert linked(first, second, tables) == 1


@pytest.mark.parametrize(("first", "second"), [case[1:] for case in TWO], ids=[case[0] for case in TWO])
def test_two_happenings(first: tuple[str, object], second: tuple[str, object], tables: DossierTables) -> None:
    assert linked(first, second, tables) == 2


TALKS = event("talks", "scheduled", "RUR, SYL", "", when="2013-03-03", place="Zenda")
REFERRED = [
    ("both lands are named", event("talks", "cancelled", "", ""), ("RUR", "SYL"), 1),
    (
        "one land is named, and the day",
        event("talks", "cancelled", "", "", when="2013-03-03"),
        ("SYL",),
        True,
    ),
    ("the town is named", event("talks", "cancelled", "", "", place="Zenda"), (), 1),
    ("another town is named", event("talks", "cancelled", "", "", place="Lenk"), (), 0),
    ("another land is named", event("talks", "cancelled", "", "", when="2013-03-03"), ("GRA",), 0),
    ("a side of it is none of theirs", event("talks", "cancelled", "GRA", ""), ("RUR", "SYL"), 0),
    ("it is of another family", event("airstrike", "occurred", "", ""), ("RUR", "SYL"), 0),
]


@pytest.mark.parametrize(
    ("later", "named", "joins"), [case[1:] for case in REFERRED], ids=[case[0] for case in REFERRED]
)
def test_what_does_not_say_whose_it_is_joins_or_is_in_no_dossier(
    later: Event, named: tuple[str, ...], joins: int, tables: DossierTables
) -> None:
    accounts = [account("a", FEB_1, TALKS), account("b", FEB_20, later, refers=named)]
    (dossier,) = link(accounts, tables=tables)
    assert [one.id for one in dossier.accounts] == ["a#h1", "b#h1"][: 1 + joins]


def test_of_two_that_may_be_meant_it_joins_neither(tables: DossierTables) -> None:
    other = event("talks", "scheduled", "RUR, GRA", "", when="2013-03-05")
    later = account("c", FEB_20, event("talks", "cancelled", "", ""), refers=("RUR",))
    dossiers = link([account("a", FEB_1, TALKS), account("b", FEB_1, other), later], tables=tables)
    assert [len(one.accounts) for one in dossiers] == [1, 1]


@pytest.mark.parametrize(("named", "dossiers"), [("of Vidal", 1), ("", 2)])
def test_who_is_only_known_by_the_office_may_be_who_is_named_in_it(
    named: str, dossiers: int, tables: DossierTables
) -> None:
    """The table of offices has Kovar; a report calls Vidal the foreign minister."""
    minister = Actor(name="Anna Kovar", id="person:anna-kovar", country="RUR", span=Span(0, 20))
    told = Actor(name="Otto Vidal", id="person:otto-vidal", country="RUR", span=Span(0, 20))
    first, later = (replace(event(), actors=(who,)) for who in (minister, told))
    accounts = [
        account("a", FEB_1, first, lead="The foreign minister"),
        account("b", FEB_2, later, lead="The foreign minister", tells_of=f"trip {named}"),
    ]
    assert len(link(accounts, tables=tables)) == dossiers


def test_a_link_says_why(tables: DossierTables) -> None:
    accounts = [account("a", FEB_1, event(when="2013-03-03")), account("b", FEB_2, event(when="2013-03-03"))]
    (dossier,) = link(accounts, tables=tables)
    first, second = dossier.placements
    assert (first.joined, first.reasons) == (None, ())
    assert second.joined == "a#h1"
    assert "the dates meet: 2013-03-03 and 2013-03-03 (+1.2)" in second.reasons


def test_an_undated_report_waits(tables: DossierTables) -> None:
    dossiers = link([account("a", FEB_1, event()), account("b", None, event())], tables=tables)
    assert len(dossiers) == 2
    assert dossiers[0].placements[0].reasons == (WAITS,)


def ruled(verdict: str, *accounts: Account) -> Overrule:
    return Overrule(
        id="o1",
        verdict=verdict,  # type: ignore[arg-type]
        first=accounts[0].id,
        second=accounts[1].id,
        made="2013-02-03",
    )


def test_a_user_stands_above_the_linking(tables: DossierTables) -> None:
    same = [account("a", FEB_1, event()), account("b", FEB_2, event(recipients="GRA"))]
    apart = [account("a", FEB_1, event()), account("b", FEB_2, event())]
    assert len(link(same, tables=tables, overrules=[ruled("same", *same)])) == 1
    assert len(link(apart, tables=tables, overrules=[ruled("different", *apart)])) == 2


def test_what_follows_a_split_account_goes_where_it_fits(tables: DossierTables) -> None:
    accounts = [
        account("a", FEB_1, event(when="2013-03-03")),
        account("b", FEB_2, event(when="2013-03-10")),
        account("c", FEB_20, event(when="2013-03-10")),
    ]
    dossiers = link(accounts, tables=tables, overrules=[ruled("different", *accounts[:2])])
    assert [[one.document for one in dossier.accounts] for dossier in dossiers] == [["a"], ["b", "c"]]
