"""The entries of one verb or noun in, those of them out that could fit the words of a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from detente.knowledge.frames import Frame, Operator

FEW = 12  # entries that are looked through faster than looked up
MOST = 200  # sets of arguments for which the entries of one word are kept


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

    @cached_property
    def _needed(self) -> list[list[list[str]]]:
        """Of each entry the arguments without which its rule cannot apply, each by the names that it may have."""
        return [
            [name.split("|") for name, tests in _conditions(rule) if any(t[0] != "!" for t in tests)]
            for _, rule in self
        ]

    @cached_property
    def _asked(self) -> frozenset[str]:
        """All arguments that one of the rules needs."""
        return frozenset(name for needed in self._needed for names in needed for name in names)

    @cached_property
    def _open_to(self) -> dict[frozenset[str], Entries[R]]:
        return {}

    def open_to(self, named: frozenset[str]) -> Entries[R]:
        """Those whose rules find all arguments that they need among these; a verb has few sets of them."""
        asked, known = self._asked & named, self._open_to
        found = known.get(asked)
        if found is None:
            if len(known) >= MOST:
                known.clear()
            rows = zip(self, self._needed, strict=True)
            open_ones = [row for row, needed in rows if not any(map(asked.isdisjoint, needed))]
            found = known[asked] = self if len(open_ones) == len(self) else Entries(open_ones)
        return found

    def ending_in(self, words: AbstractSet[str]) -> list[tuple[str, R]]:
        """Those of one word, and those that end in one of the words ("take part" for "part")."""
        known = self._places
        places = [place for word in known.keys() & words for place in known[word]]
        return [self[place] for place in sorted([*known.get("", ()), *places])]


def _conditions(rule: object) -> Iterable[tuple[str, tuple[str, ...]]]:
    return rule.when.items() if isinstance(rule, Frame | Operator) else ()
