"""A step over the drafts of a text, and of which shape and sort a draft must be for the step to be asked at all.

A step looks again whether it applies; but most apply to few drafts, and what keeps them from the others is mostly who
is known already.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon

ACTORS, NO_ACTORS, RECIPIENTS, NO_RECIPIENTS, MUTUAL, ONE_WAY = 1, 2, 4, 8, 16, 32  # bits of a shape
AIMLESS = ACTORS | NO_RECIPIENTS
TO_BE_AIMED = AIMLESS | ONE_WAY
BY_NOBODY = NO_ACTORS | ONE_WAY


class Look(NamedTuple):
    """What is seen of a draft before any step is asked: the shape of its sides, its kind and type."""

    shape: int
    sorts: frozenset[str | None]


def look_of(draft: Draft, lexicon: Lexicon) -> Look:
    """The look of a draft as it stands."""
    kind = lexicon.kinds.get(draft.kind)
    shape = (
        (ACTORS if draft.actors else NO_ACTORS)
        | (RECIPIENTS if draft.recipients else NO_RECIPIENTS)
        | (MUTUAL if draft.reciprocal else ONE_WAY)
    )
    return Look(shape, frozenset((draft.kind, kind.type if kind is not None else None)))


class Step[A](NamedTuple):
    """run: what it does. shape: all that must be so of a draft's sides. sorts: the types and kinds that it is about."""

    run: Callable[[Draft, A], Draft]
    shape: int = 0
    sorts: frozenset[str] | None = None

    def is_asked(self, look: Look) -> bool:
        """Whether a draft of this look is one that it may apply to."""
        fits = not self.shape & ~look.shape
        return fits and (self.sorts is None or not self.sorts.isdisjoint(look.sorts))
