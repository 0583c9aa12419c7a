"""A draft is asked the steps whose shape and sort it has, in their order."""

from __future__ import annotations

from itertools import product

import pytest

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.matching.lexicon_of import build_lexicon
from detente.coding.sides.step import AIMLESS, BY_NOBODY, MUTUAL, TO_BE_AIMED, Step, look_of
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


def step(shape: int = 0, sorts: frozenset[str] | None = None) -> Step[None]:
    return Step(lambda d, _: d, shape, sorts)


@pytest.mark.parametrize(("acting", "aimed", "reciprocal"), list(product(EITHER, repeat=3)))
def test_a_draft_is_asked_the_steps_of_its_shape(
    lexicon: Lexicon, *, acting: bool, aimed: bool, reciprocal: bool
) -> None:
    look = look_of(draft("visit", acting=acting, aimed=aimed, reciprocal=reciprocal), lexicon)
    assert step().is_asked(look)
    assert step(AIMLESS).is_asked(look) == (acting and not aimed)
    assert step(TO_BE_AIMED).is_asked(look) == (acting and not aimed and not reciprocal)
    assert step(BY_NOBODY).is_asked(look) == (not acting and not reciprocal)
    assert step(MUTUAL).is_asked(look) == reciprocal


@pytest.mark.parametrize(
    ("sort", "asked"),
    [("visit", ["visit"]), ("CONSULT", ["visit"]), ("PROTEST", ["demonstration"]), ("AID", [])],
)
def test_a_draft_is_asked_the_steps_about_its_kind_or_type(
    lexicon: Lexicon, sort: str, asked: list[str]
) -> None:
    about = step(AIMLESS, frozenset({sort}))
    kinds = ("visit", "demonstration", "no such kind")
    assert [kind for kind in kinds if about.is_asked(look_of(draft(kind), lexicon))] == asked
