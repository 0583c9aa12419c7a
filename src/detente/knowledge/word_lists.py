"""Lists of words by their names, as the stages ask for them."""

from __future__ import annotations


class WordLists(dict[str, frozenset[str]]):
    """The words of each list; a list that the knowledge lacks has none."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()
