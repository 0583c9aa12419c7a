"""The confusion set is well formed, and the part that was worked on is read about as well as it was."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from detente.pipeline import Coder

BENCH = Path(__file__).parents[3] / "bench"
sys.path.insert(0, str(BENCH))

import confusion  # noqa: E402  (bench is no package)
import polnear_reading  # noqa: E402

CASES = list(confusion.read_cases())
TYPES = tuple(sorted({t for case in CASES for t in case.types}))


@pytest.mark.parametrize("name", TYPES)
def test_each_type_has_fifteen_sentences(name: str) -> None:
    assert sum(name in case.types for case in CASES) >= 15


def test_sixty_sentences_hold_no_event() -> None:
    assert sum(not case.types for case in CASES) >= 60


def test_no_sentence_stands_twice_and_types_exist() -> None:
    assert max(Counter(case.text for case in CASES).values()) == 1
    assert len(TYPES) == 16


def test_worked_part_has_not_got_worse() -> None:
    coder = Coder()
    found = confusion.figures([confusion.outcome_of(c, coder) for c in CASES if not c.held])
    assert found["type F1"] >= 88
    assert found["false per 100 empty"] <= 4


def test_reading_holds_verdicts_and_no_texts() -> None:
    rows = polnear_reading.read_verdicts()
    assert {row["verdict"] for row in rows} == {"right", "wrong"}
    assert set(rows[0]) == {"id", "start", "kind", "verdict"}
