"""The entries of one verb or noun in, those of them out that could fit the words of a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from detente.coding.matching.noun_tests import read_tests
from detente.knowledge.frames import Frame, Operator

FEW = 12  # entries that are looked through faster than looked up
MOST = 200  # sets of arguments for which the entries of one word are kept


type Needed = tuple[tuple[str, ...], ...]


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
    def _needed(self) -> tuple[Needed, ...]:
        """Of each entry the arguments without which its rule cannot apply, each by the names that it may have."""
        return tuple([_needed_by(rule) for _, rule in self])

    @cached_property
    def asked(self) -> frozenset[str]:
        """All arguments that one of the rules needs."""
        return frozenset(name for needed in self._needed for names in needed for name in names)

    @cached_property
    def _open_to(self) -> dict[frozenset[str], Entries[R]]:
        return {}

    def open_to(self, named: frozenset[str]) -> Entries[R]:
        """Those whose rules find all arguments that they need among these; a verb has few sets of them."""
        asked, known = self.asked & named, self._open_to
        found = known.get(asked)
        if found is None:
            if len(known) >= MOST:
                known.clear()
            found = known[asked] = self._opened(asked)
        return found

    def _opened(self, asked: frozenset[str]) -> Entries[R]:
        places = [n for n, needed in enumerate(self._needed) if not any(map(asked.isdisjoint, needed))]
        if len(places) == len(self):
            return self
        found = Entries([self[n] for n in places])
        found._needed = tuple([self._needed[n] for n in places])  # not worked out again
        found._signs = [self._signs[n] for n in places]
        return found

    @cached_property
    def _signs(self) -> list[frozenset[str] | None]:
        """Of each entry the signs of which an argument must have one; none where that cannot be said."""
        return [_signs_of(rule) for _, rule in self]

    def answered_by(
        self, signs_of: Callable[[frozenset[str]], AbstractSet[str]], ends: AbstractSet[str] | None = None
    ) -> list[tuple[str, R]]:
        """Those whose rules ask for a sign of the arguments, or for something else; as `ending_in` if words are given.

        signs_of: those of the arguments of some names.
        """
        wanted = self._signs
        places = range(len(self)) if ends is None else self._ending_in(ends)
        asking = [n for n in places if wanted[n] is not None]
        signs = signs_of(self.asked) if asking else frozenset[str]()
        return [self[n] for n in places if (asked := wanted[n]) is None or not asked.isdisjoint(signs)]

    def ending_in(self, words: AbstractSet[str]) -> list[tuple[str, R]]:
        """Those of one word, and those that end in one of the words ("take part" for "part")."""
        return [self[place] for place in self._ending_in(words)]

    def _ending_in(self, words: AbstractSet[str]) -> list[int]:
        known = self._places
        places = [place for word in known.keys() & words for place in known[word]]
        return sorted([*known.get("", ()), *places])


def _conditions(rule: object) -> Iterable[tuple[str, tuple[str, ...]]]:
    return rule.when.items() if isinstance(rule, Frame | Operator) else ()


def _needed_by(rule: object) -> Needed:
    asked = [name for name, tests in _conditions(rule) if any(t[0] != "!" for t in tests)]
    return tuple([tuple(name.split("|")) for name in asked])


def _signs_of(rule: object) -> frozenset[str] | None:
    """The words and classes by one of which what answers the first condition that asks for nothing else is known."""
    for _, asked in _conditions(rule):
        tests = read_tests(asked, {})
        if tests.by_signs:
            return tests.signs
    return None
