"""A step over the drafts of a text, and of which shape and sort a draft must be for the step to be asked at all.

A step looks again whether it applies; but most apply to few drafts, and what keeps them from the others is mostly who
is known already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon

ACTORS, NO_ACTORS, RECIPIENTS, NO_RECIPIENTS, MUTUAL, ONE_WAY = 1, 2, 4, 8, 16, 32  # bits of a shape
AIMLESS = ACTORS | NO_RECIPIENTS
TO_BE_AIMED = AIMLESS | ONE_WAY
BY_NOBODY = NO_ACTORS | ONE_WAY


class Step[A](NamedTuple):
    """run: what it does. shape: all that must be so of a draft's sides. sorts: the types and kinds that it is about."""

    run: Callable[[Draft, A], Draft]
    shape: int = 0
    sorts: frozenset[str] | None = None


type Sort = tuple[int, str, str | None]  # shape, kind and type of a draft


class Sorts:
    """Of which shape and sort the drafts of a text are as they stand: `each`, and all together."""

    def __init__(self, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.each = [self._of(draft) for draft in drafts]
        self._sum_up()

    def note(self, changed: Iterable[tuple[int, Draft]]) -> None:
        """Take in what a step made of some."""
        for n, draft in changed:
            self.each[n] = self._of(draft)
        self._sum_up()

    def _of(self, draft: Draft) -> Sort:
        kind = self._lexicon.kinds.get(draft.kind)
        shape = (
            (ACTORS if draft.actors else NO_ACTORS)
            | (RECIPIENTS if draft.recipients else NO_RECIPIENTS)
            | (MUTUAL if draft.reciprocal else ONE_WAY)
        )
        return shape, draft.kind, kind.type if kind is not None else None

    def _sum_up(self) -> None:
        self.shapes, self.names = 0, set[str | None]()
        for shape, kind, code in self.each:
            self.shapes |= shape
            self.names.update((kind, code))


def with_changed(drafts: Sequence[Draft], changed: Iterable[tuple[int, Draft]]) -> Sequence[Draft]:
    """The drafts, some of them anew."""
    found = list(drafts)
    for n, draft in changed:
        found[n] = draft
    return found
