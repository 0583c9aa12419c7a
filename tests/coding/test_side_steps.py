"""A draft is asked the steps whose shape and sort it has, in their order."""

from __future__ import annotations

from itertools import product

import pytest

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.matching.lexicon_of import build_lexicon
from detente.coding.sides.step import AIMLESS, BY_NOBODY, MUTUAL, TO_BE_AIMED, Step, Steps
from detente.knowledge.load import load_knowledge
from detente.records import Actor

SOMEBODY = (Actor(name="Ruritania", id="RUR", country="RUR", span=None),)
EITHER = (True, False)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(load_knowledge().events)


def draft(kind: str, *, acting: bool = True, aimed: bool = False, reciprocal: bool = False) -> Draft:
    return Draft(
        head=0,
        kind=kind,
        status="occurred",
        certainty="certain",
        actors=SOMEBODY if acting else (),
        recipients=SOMEBODY if aimed else (),
        reciprocal=reciprocal,
        needs=(),
        path=(),
        applied=(),
        rules=(),
    )


def is_asked(drawn: Draft, lexicon: Lexicon, shape: int = 0, sorts: frozenset[str] | None = None) -> bool:
    """Whether a step of that shape and about those sorts is, and the one before and behind it that are for all."""
    steps = Steps([Step(lambda d, _: d), Step[None](lambda d, _: d, shape, sorts), Step(lambda d, _: d)])
    before, bit, behind = (bit for bit, _ in steps.runs)
    due = steps.due(drawn, lexicon)
    assert due & before and due & behind
    return bool(due & bit)


@pytest.mark.parametrize(("acting", "aimed", "reciprocal"), list(product(EITHER, repeat=3)))
def test_a_draft_is_asked_the_steps_of_its_shape(
    lexicon: Lexicon, *, acting: bool, aimed: bool, reciprocal: bool
) -> None:
    drawn = draft("visit", acting=acting, aimed=aimed, reciprocal=reciprocal)
    assert is_asked(drawn, lexicon)
    assert is_asked(drawn, lexicon, AIMLESS) == (acting and not aimed)
    assert is_asked(drawn, lexicon, TO_BE_AIMED) == (acting and not aimed and not reciprocal)
    assert is_asked(drawn, lexicon, BY_NOBODY) == (not acting and not reciprocal)
    assert is_asked(drawn, lexicon, MUTUAL) == reciprocal


@pytest.mark.parametrize(
    ("sort", "asked"),
    [("visit", ["visit"]), ("CONSULT", ["visit"]), ("PROTEST", ["demonstration"]), ("AID", [])],
)
def test_a_draft_is_asked_the_steps_about_its_kind_or_type(
    lexicon: Lexicon, sort: str, asked: list[str]
) -> None:
    kinds = ("visit", "demonstration")
    assert [kind for kind in kinds if is_asked(draft(kind), lexicon, AIMLESS, frozenset({sort}))] == asked
