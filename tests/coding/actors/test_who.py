"""The knowledge base answers who holds an office, with the source of each answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.knowledge.actor_files import load_actors
from detente.knowledge.actors import ActorTables
from detente.knowledge.who import NO_SOURCE, cited, who


@pytest.fixture(scope="module")
def tables() -> ActorTables:
    return load_actors([Path(__file__).parent / "tables"])


def test_an_office_holder_is_found_with_his_office(tables: ActorTables) -> None:
    (answer,) = who(tables, "Otto Sapt")
    assert (answer.what, answer.start, answer.end) == (
        "Minister of Defence of RUR",
        "2010-02-01",
        "2013-06-30",
    )
    assert answer.on_the_day is None


@pytest.mark.parametrize(("day", "held"), [("2013-02-12", True), ("2013-08-01", False)])
def test_a_day_tells_whether_the_office_was_held(day: str, held: bool, tables: ActorTables) -> None:  # noqa: FBT001
    assert [answer.on_the_day for answer in who(tables, "Otto Sapt", on=day)] == [held]


def test_an_open_office_says_when_it_was_last_seen(tables: ActorTables) -> None:
    assert {answer.end for answer in who(tables, "Anton Detchard")} == {"not before 2014-01-01"}


def test_a_capital_is_a_place_and_stands_for_its_state(tables: ActorTables) -> None:
    assert {(answer.kind, answer.name) for answer in who(tables, "Strelsau")} == {
        ("capital", "Ruritania"),
        ("place", "Strelsau"),
    }


def test_an_unknown_name_gives_nothing(tables: ActorTables) -> None:
    assert who(tables, "Nobody Known") == ()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("hand-entered, no citable source yet", NO_SOURCE),
        ("hand-entered, no citable source yet; Gazette 1", "Gazette 1"),
        ("Gazette 1; Gazette 2", "Gazette 1; Gazette 2"),
    ],
)
def test_only_citable_sources_are_cited(source: str, told: str) -> None:
    assert cited(source) == told
