"""A table by the place in the text: what stands nearest before a word is found without a look at all of it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator


class ByPlace[V](dict[int, V]):
    """What stands at each token, and these in the order of the text."""

    def __init__(self) -> None:
        super().__init__()
        self._order: list[int] = []

    def __setitem__(self, place: int, value: V) -> None:
        if place not in self and len(self._order) == len(self):
            insort(self._order, place)
        super().__setitem__(place, value)

    def __delitem__(self, place: int) -> None:
        super().__delitem__(place)
        self._order = sorted(self)

    def before(self, end: int) -> Iterator[int]:
        """The places before a token that are in the table, the nearest first."""
        if len(self._order) != len(self):  # something was put in or taken out otherwise
            self._order = sorted(self)
        order = self._order
        for n in range(bisect_left(order, end) - 1, -1, -1):
            yield order[n]
