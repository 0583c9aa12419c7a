"""The entries of one verb or noun in, those of them out that could fit the words of a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cached_property

from detente.knowledge.frames import Operator

FEW = 12  # entries that are looked through faster than looked up


class Entries[R](tuple[tuple[str, R], ...]):
    """Entries with their rules in the order of the tables."""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the entries of one word stand (under ""), and the others by their last word."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (entry, _) in enumerate(self):
            words = entry.split()
            found[words[-1] if len(words) > 1 else ""].append(place)
        return dict(found)

    @cached_property
    def acting_in(self) -> frozenset[str]:
        """The arguments in which one of the operators makes an act of its own even of what no frame knows."""
        operators = (rule for _, rule in self if isinstance(rule, Operator) and rule.bare is not None)
        return frozenset(name for operator in operators for name in operator.on)

    def ending_in(self, words: AbstractSet[str]) -> list[tuple[str, R]]:
        """Those of one word, and those that end in one of the words ("take part" for "part")."""
        known = self._places
        places = [place for word in known.keys() & words for place in known[word]]
        return [self[place] for place in sorted([*known.get("", ()), *places])]
