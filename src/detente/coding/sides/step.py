"""A step over the drafts of a text, and of which shape and sort a draft must be for the step to be asked at all.

A step looks again whether it applies; but most apply to few drafts, and what keeps them from the others is mostly who
is known already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import Lexicon

ACTORS, NO_ACTORS, RECIPIENTS, NO_RECIPIENTS, MUTUAL, ONE_WAY = 1, 2, 4, 8, 16, 32  # bits of a shape
SHAPES = (ACTORS, NO_ACTORS), (RECIPIENTS, NO_RECIPIENTS), (MUTUAL, ONE_WAY)
AIMLESS = ACTORS | NO_RECIPIENTS
TO_BE_AIMED = AIMLESS | ONE_WAY
BY_NOBODY = NO_ACTORS | ONE_WAY


class Step[A](NamedTuple):
    """run: what it does. shape: all that must be so of a draft's sides. sorts: the types and kinds that it is about."""

    run: Callable[[Draft, A], Draft]
    shape: int = 0
    sorts: frozenset[str] | None = None


class Plan[A]:
    """The steps by their numbers, in their order, and which of them are about drafts of which shape and sort (of any: None)."""

    def __init__(self, steps: Sequence[Step[A]]) -> None:
        self.steps = steps
        self._about: dict[tuple[int, str | None], list[int]] = defaultdict(list)
        for shape in (sum(bits) for bits in product(*SHAPES)):
            for number, step in enumerate(steps):
                if not step.shape & ~shape:
                    for sort in (None,) if step.sorts is None else step.sorts:
                        self._about[shape, sort].append(number)

    def of(self, draft: Draft, lexicon: Lexicon) -> frozenset[int]:
        """The numbers of the steps that a draft is to be asked as it stands."""
        kind = lexicon.kinds.get(draft.kind)
        shape = (
            (ACTORS if draft.actors else NO_ACTORS)
            | (RECIPIENTS if draft.recipients else NO_RECIPIENTS)
            | (MUTUAL if draft.reciprocal else ONE_WAY)
        )
        sorts = (None, draft.kind, kind.type if kind is not None else None)
        return frozenset[int]().union(*(self._about.get((shape, sort), ()) for sort in sorts))


class Asked[A]:
    """Which steps each draft of a text is to be asked, as it stands."""

    def __init__(self, plan: Plan[A], drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        self._plan, self._lexicon = plan, lexicon
        self.each = [plan.of(draft, lexicon) for draft in drafts]
        self._changed = False

    def note(self, changed: Iterable[tuple[int, Draft]]) -> None:
        """Take in what a step made of some."""
        for n, draft in changed:
            self.each[n] = self._plan.of(draft, self._lexicon)
        self._changed = True

    def in_turn(self) -> Iterator[int]:
        """The numbers of all steps to be asked; where one has changed a draft those that follow are sought anew."""
        last = -1
        while True:
            self._changed = False
            for last in sorted(n for n in set[int]().union(*self.each) if n > last):
                yield last
                if self._changed:
                    break
            else:
                return


def with_changed(drafts: Sequence[Draft], changed: Iterable[tuple[int, Draft]]) -> Sequence[Draft]:
    """The drafts, some of them anew."""
    found = list(drafts)
    for n, draft in changed:
        found[n] = draft
    return found
