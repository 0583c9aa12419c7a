"""A label in, the tokens of a text that have it out: a repair need not look at all of them to find the few it is about."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import Protocol

NOTED = frozenset({"dep_", "tag_", "pos_", "lemma_"})  # what a repair can change
LEMMA = "lemma_"
FEW = 12  # values that are looked up one by one
NOTHING: Mapping[str, int] = MappingProxyType({})


class Stretch(Protocol):
    """Where a sentence begins and ends, as places in the list of the tokens."""

    start: int
    end: int


class Labels:
    """Where the tokens of a text stand that have a word or label; kept when one is changed.

    changes: how often a label or a head was changed. said: all words, lemmas, tags and dependencies that the text has
    had; present: what it has of those `wanted`, as bits.
    """

    __slots__ = ("_places", "_tokens", "changes", "present", "said", "wanted")

    def __init__(self, tokens: Sequence[object]) -> None:
        self._tokens = tokens
        self._places: dict[str, defaultdict[str, list[int]]] = {}
        self.changes = 0
        self.said: set[str] = set()
        self.wanted = NOTHING
        self.present = 0

    def change(self, place: int, name: str, old: str, value: str) -> None:
        """Note what the token at this place is about to be called."""
        if old == value:
            return
        self.said.add(value)
        self.present |= self.wanted.get(value, 0)
        self.changes += name != LEMMA
        by_value = self._places.get(name)
        if by_value is not None:  # lists made anew: who goes through one goes through it as it was
            without, beside = by_value[old].copy(), by_value[value].copy()
            del without[bisect_left(without, place)]
            insort(beside, place)
            by_value[old], by_value[value] = without, beside

    def places(self, asked: dict[str, Collection[str]]) -> list[int]:
        """Where those stand that have one of the values of one of the attributes; no list that is to be changed."""
        lists: list[list[int]] = []
        for name, values in asked.items():
            by_value = self._places.get(name) or self._by_value(name)
            if len(values) < len(by_value):
                lists += [by_value[value] for value in values if value in by_value]
            else:
                lists += map(by_value.__getitem__, frozenset(values).intersection(by_value))
        if len(lists) < 2:
            return lists[0] if lists else []
        found = chain.from_iterable(lists)
        return sorted(found if len(asked) < 2 else set(found))

    def between(self, asked: dict[str, Collection[str]], start: int, end: int) -> list[int]:
        """The same within `[start, end)`, where few values are asked for."""
        found: set[int] = set()
        for name, values in asked.items():
            by_value = self._places.get(name) or self._by_value(name)
            for value in values:
                places = by_value.get(value, ())
                first = bisect_left(places, start)
                found.update(places[first : bisect_left(places, end, first)])
        return sorted(found)

    def _by_value(self, name: str) -> defaultdict[str, list[int]]:
        found = self._places[name] = defaultdict(list)
        for place, value in enumerate(map(attrgetter(name), self._tokens)):
            found[value].append(place)
        return found


def following[T](
    tokens: Sequence[T], labels: Labels, places: list[int], end: int, asked: Mapping[str, Collection[str]]
) -> Iterator[T]:
    """The tokens at these places; as soon as something is changed all up to the end that have what is asked for then.

    Each is looked at when it is given, since what was done with the one before may have changed it.
    """
    changes = labels.changes
    for place in places:
        yield tokens[place]
        if labels.changes != changes:
            yield from (token for token in tokens[place + 1 : end] if _has(token, asked))
            return


def _has(token: object, asked: Mapping[str, Collection[str]]) -> bool:
    return any(getattr(token, name) in values for name, values in asked.items())


class Having[T]:
    """The tokens of a text that have one of some labels, sentence by sentence."""

    __slots__ = ("_asked", "_changes", "_few", "_found", "_labels", "_tokens")

    def __init__(self, tokens: Sequence[T], labels: Labels, asked: dict[str, Collection[str]]) -> None:
        self._tokens, self._labels, self._asked = tokens, labels, asked
        self._changes = -1  # how many there were when they were sought
        self._found: list[int] = []
        self._few = sum(map(len, asked.values())) <= FEW

    def within(self, sentence: Stretch) -> Iterator[T]:
        """Those of a sentence, as `Doc.having` gives those of a text."""
        labels, asked, end = self._labels, self._asked, sentence.end
        if labels.changes != self._changes:
            if self._few and self._changes >= 0:
                return following(self._tokens, labels, labels.between(asked, sentence.start, end), end, asked)
            self._found, self._changes = labels.places(asked), labels.changes
        found = self._found
        first = bisect_left(found, sentence.start)
        if first == len(found) or found[first] >= end:
            return iter(())
        return following(self._tokens, labels, found[first : bisect_left(found, end, first)], end, asked)
