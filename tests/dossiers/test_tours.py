"""Visits to several states that one sentence tells of."""

from __future__ import annotations

import pytest

from detente.dossiers import accounts_of
from detente.pipeline import Coder
from detente.records import Document


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Kenya's foreign minister will visit Ghana and Mali next week.", ["GHA", "MLI"]),
        ("Peru's president will visit Chile.", ["CHL"]),
        ("The presidents of Peru and Chile will meet in Lima.", [""]),
        (
            "Kenya's premier is due in Accra on Monday. He will fly on to Bamako on Wednesday.",
            ["GHA", "MLI"],
        ),
    ],
)
def test_each_stop_of_a_tour_is_a_visit(text: str, hosts: list[str], coder: Coder) -> None:
    accounts = accounts_of(coder.code(Document(text=text, published="2025-02-14")))
    told = [",".join(a.country or "" for a in one.events[0].recipients) for one in accounts]
    assert told == hosts
    assert len({one.id for one in accounts}) == len(accounts)
    assert len({event.id for one in accounts for event in one.events}) == sum(len(a.events) for a in accounts)
