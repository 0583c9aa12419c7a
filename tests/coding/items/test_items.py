"""News items as editors write them: all their events are found, with their parties and status, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from items import INVENTED, Case, code, differences, read_cases

from detente.evaluation import evaluate
from detente.pipeline import Coder

CASES = [case for file in sorted(Path(__file__).parent.glob("*.txt")) for case in read_cases(file)]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=INVENTED)


@pytest.mark.parametrize("case", [c for c in CASES if not c.known_wrong], ids=lambda c: c.item.id)
def test_the_events_are_those_that_a_reader_finds(case: Case, coder: Coder) -> None:
    assert list(differences(evaluate(code([case], coder)))) == []


@pytest.mark.parametrize("case", [c for c in CASES if c.known_wrong], ids=lambda c: c.item.id)
def test_what_is_known_to_be_read_wrongly_still_is(case: Case, coder: Coder) -> None:
    assert list(differences(evaluate(code([case], coder)))), "read rightly now: take its `!` away"
