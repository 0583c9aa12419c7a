"""Stretches of a text with what they stand for in, those around a place out, without a look at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

LENGTH = 512  # code points that are kept together


class Stretches[T]:
    """`[start, end)` with a value each."""

    def __init__(self, stretches: Iterable[tuple[int, int, T]]) -> None:
        self._near: dict[int, list[tuple[int, int, T]]] = defaultdict(list)
        for one in stretches:
            for near in range(one[0] // LENGTH, (one[1] - 1) // LENGTH + 1):
                self._near[near].append(one)

    def at(self, place: int) -> Iterator[T]:
        """The values of those around a place, in the order in which they were given."""
        near = self._near.get(place // LENGTH, ())
        return (value for start, end, value in near if start <= place < end)
