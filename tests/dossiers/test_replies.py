"""Answers that do not say to what: which proposal they join, and where it stands after them."""

from __future__ import annotations

import pytest

from detente.dossiers import link
from detente.dossiers.records import Account
from detente.dossiers.state import state
from detente.knowledge.dossiers import DossierTables
from detente.records import Status
from tests.dossiers.making import account, event


def proposal(name: str = "d1", day: str = "2013-02-10", actors: str = "RUR", other: str = "SYL") -> Account:
    return account(name, day, event("talks", "proposed", actors, other))


def answer(
    kind: str = "rejection", day: str = "2013-02-14", actors: str = "SYL", other: str = "", of: str = "offer"
) -> Account:
    return account("d9", day, event(kind, "occurred", actors, other), lead="The", tells_of=of)


@pytest.mark.parametrize(
    ("earlier", "later", "status"),
    [
        ([proposal()], answer(), "declined"),
        ([proposal()], answer("acceptance"), "planned"),
        ([proposal()], answer(other="RUR"), "declined"),
        ([proposal()], answer(actors="GRA"), "proposed"),  # who is no side of it
        ([proposal()], answer(of="ruling"), "proposed"),
        ([proposal()], answer(of="offer of a loan"), "proposed"),  # it says what was offered
        ([proposal()], answer(day="2013-04-14"), "proposed"),  # too long after
        (
            [proposal(), proposal("d2", other="SYL", actors="GRA")],
            answer(),
            "proposed",
        ),  # either may be meant
        ([proposal(), proposal("d2", other="SYL", actors="GRA")], answer(other="RUR"), "declined"),
    ],
)
def test_where_a_proposal_stands(
    earlier: list[Account], later: Account, status: Status, tables: DossierTables
) -> None:
    first = next(d for d in link([*earlier, later], tables=tables) if d.accounts[0].id == "d1#h1")
    now = state(first, "2013-12-31", tables=tables)
    assert now is not None
    assert (now.kind, now.status) == ("talks", status)


def test_of_more_than_two_one_declines_for_itself(tables: DossierTables) -> None:
    summit = account("d1", "2013-02-10", event("summit", "proposed", "RUR, SYL, GRA", ""))
    (dossier,) = link([summit, answer()], tables=tables)
    now = state(dossier, "2013-12-31", tables=tables)
    assert now is not None
    assert now.status == "proposed"
    assert len(dossier.accounts) == 2


def test_before_the_answer_it_was_proposed(tables: DossierTables) -> None:
    (dossier,) = link([proposal(), answer()], tables=tables)
    now = state(dossier, "2013-02-13", tables=tables)
    assert now is not None
    assert now.status == "proposed"
