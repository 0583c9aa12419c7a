"""Lists of words by their names, as the stages ask for them."""

from __future__ import annotations

from collections.abc import Iterable


class WordLists(dict[str, frozenset[str]]):
    """The words of each list; a list that the knowledge lacks has none."""

    def __init__(self, lists: Iterable[tuple[str, frozenset[str]]] = ()) -> None:
        super().__init__(lists)
        self._together: dict[tuple[str, ...], frozenset[str]] = {}

    def of(self, names: tuple[str, ...]) -> frozenset[str]:
        """The words of several lists, put together when first asked for; names: a constant of whoever asks."""
        known = self._together.get(names)
        if known is None:
            known = self._together[names] = frozenset[str]().union(*(self[name] for name in names))
        return known

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()
