"""The examples and near misses that every frame and operator carries, run through the real coder."""

import pytest

from detente.checking import check_rule, example_coder
from detente.knowledge.check import static_problems
from detente.knowledge.files import BUILT_IN
from detente.knowledge.frames import load_event_tables
from detente.pipeline import Coder

TABLES = load_event_tables((BUILT_IN,))
RULES = (*TABLES.frames, *TABLES.operators)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def test_tables_hold_together() -> None:
    assert [str(problem) for problem in static_problems(TABLES)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.file}:{rule.id}")
def test_examples_are_read_and_near_misses_are_not(rule: object, coder: Coder) -> None:
    assert [str(finding) for finding in check_rule(rule, coder)] == []  # type: ignore[arg-type]
