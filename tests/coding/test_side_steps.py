"""A draft is asked the steps whose shape and sort it has, in their order, and those that follow as it stands then."""

from __future__ import annotations

from itertools import product

import pytest

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.matching.lexicon_of import build_lexicon
from detente.coding.sides.filling import PLAN, STEPS
from detente.coding.sides.step import ACTORS, MUTUAL, NO_ACTORS, NO_RECIPIENTS, ONE_WAY, RECIPIENTS, Asked
from detente.knowledge.load import load_knowledge
from detente.records import Actor

SOMEBODY = (Actor(name="Ruritania", id="RUR", country="RUR", span=None),)
KINDS = ("protest", "release", "visit", "conviction", "demonstration", "ceasefire", "no such kind")
EITHER = (True, False)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build_lexicon(load_knowledge().events)


def draft(kind: str, *, acting: bool, aimed: bool, reciprocal: bool) -> Draft:
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


def due(one: Draft, lexicon: Lexicon) -> list[int]:
    """The numbers of its steps, each looked at."""
    kind = lexicon.kinds.get(one.kind)
    shape = (ACTORS if one.actors else NO_ACTORS) | (RECIPIENTS if one.recipients else NO_RECIPIENTS)
    shape |= MUTUAL if one.reciprocal else ONE_WAY
    sorts = {one.kind, kind.type if kind is not None else None}
    return [
        number
        for number, step in enumerate(STEPS)
        if not step.shape & ~shape and (step.sorts is None or not step.sorts.isdisjoint(sorts))
    ]


def test_the_steps_of_each_shape_and_sort_are_those_of_a_scan(lexicon: Lexicon) -> None:
    for kind, acting, aimed, reciprocal in product(KINDS, EITHER, EITHER, EITHER):
        one = draft(kind, acting=acting, aimed=aimed, reciprocal=reciprocal)
        assert sorted(PLAN.of(one, lexicon)) == due(one, lexicon)


def test_what_follows_a_change_is_asked_of_the_draft_as_it_stands(lexicon: Lexicon) -> None:
    before = draft("protest", acting=False, aimed=True, reciprocal=False)
    after = draft("visit", acting=True, aimed=True, reciprocal=False)
    asked, numbers, changed = Asked(PLAN, [before], lexicon), list[int](), due(before, lexicon)[3]
    for number in asked.in_turn():
        numbers.append(number)
        if number == changed:
            asked.note([(0, after)])
    follow = [number for number in due(after, lexicon) if number > changed]
    assert numbers == due(before, lexicon)[:4] + follow
