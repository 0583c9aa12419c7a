"""A step over the drafts of a text, and of which shape and sort a draft must be for the step to be asked at all.

Most steps apply to few drafts, and what keeps them from the others is mostly who is known already and what sort of act it
is. That stands in the row of the step alone, which does not look at it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon
from detente.coding.reasons import because
from detente.coding.roles.roles import without_states
from detente.records import Actor

ACTORS, NO_ACTORS, RECIPIENTS, NO_RECIPIENTS, MUTUAL, ONE_WAY = 1, 2, 4, 8, 16, 32  # bits of a shape
SHAPES = tuple(product((ACTORS, NO_ACTORS), (RECIPIENTS, NO_RECIPIENTS), (MUTUAL, ONE_WAY)))
AIMLESS = ACTORS | NO_RECIPIENTS
TO_BE_AIMED = AIMLESS | ONE_WAY
BY_NOBODY = NO_ACTORS | ONE_WAY


def aimed_at_first(draft: Draft, found: Iterable[Iterable[Actor]], why: str) -> Draft:
    """The draft aimed at the first of these sides that is of another state than who acts; as it is where none is."""
    for actors in found:
        if theirs := without_states(actors, draft.actors):
            return replace(draft, recipients=because(theirs, why))
    return draft


class Step[A](NamedTuple):
    """run: what it does. shape: all that must be so of a draft's sides. sorts: the types and kinds that it is about."""

    run: Callable[[Draft, A], Draft]
    shape: int = 0
    sorts: frozenset[str] | None = None


class Steps[A]:
    """Steps in their order; those that a draft is asked are told from its sides and sort alone, as bits.

    runs: what each does, behind its bit.
    """

    def __init__(self, steps: Iterable[Step[A]]) -> None:
        bits = [(1 << n, step) for n, step in enumerate(steps)]
        self.runs = tuple((bit, step.run) for bit, step in bits)
        self._by_shape = {
            shape: sum(bit for bit, step in bits if not step.shape & ~shape) for shape in map(sum, SHAPES)
        }
        self._of_all_sorts = sum(bit for bit, step in bits if step.sorts is None)
        self._by_sort: dict[str | None, int] = {}
        for bit, step in bits:
            for sort in step.sorts or ():
                self._by_sort[sort] = self._by_sort.get(sort, 0) | bit

    def due(self, draft: Draft, lexicon: Lexicon) -> int:
        """The bits of those that may apply to a draft as it stands."""
        kind = lexicon.kinds[draft.kind]
        shape = (
            (ACTORS if draft.actors else NO_ACTORS)
            | (RECIPIENTS if draft.recipients else NO_RECIPIENTS)
            | (MUTUAL if draft.reciprocal else ONE_WAY)
        )
        by_type = self._by_sort.get(kind.type, 0)
        about = self._of_all_sorts | self._by_sort.get(draft.kind, 0) | by_type
        return self._by_shape[shape] & about
