"""A label in, the tokens of a text that have it out: a repair need not look at all of them to find the few it is about."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.tokens import Doc, Span, Token

NOTED = frozenset({"dep_", "tag_", "pos_", "lemma_"})  # what a repair can change
KEPT = (
    "dep_",
    "tag_",
)  # labels asked for by so many that it pays to keep the places; most words stand only once
LEMMA = "lemma_"
UNSPLIT = (LEMMA, "lower_")  # of which `Labels.said` tells that no token has it
NOTHING: Mapping[str, int] = MappingProxyType({})


class Labels:
    """Where the tokens of a text stand that have a label; kept when one is changed. `changes` counts these and others.

    said: all words, lemmas, tags and dependencies that the text has had; present: what it has of those `wanted`, as bits.
    """

    __slots__ = ("_doc", "_places", "changes", "present", "said", "wanted")

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._places: dict[str, dict[str, list[int]]] = {}
        self.changes = 0
        self.said: set[str] = set()
        self.wanted = NOTHING
        self.present = 0

    def change(self, token: Token, name: str, value: str) -> None:
        """Note what a token is about to be called."""
        old: str = getattr(token, name)
        if old == value:
            return
        self.said.add(value)
        self.present |= self.wanted.get(value, 0)
        if name == LEMMA:
            return
        self.changes += 1
        by_value = self._places.get(name)
        if by_value is not None:
            by_value[old].remove(token.i)
            insort(by_value.setdefault(value, []), token.i)

    def forget(self) -> None:
        """Let go of the places, once nothing more is to be repaired: they are many small things to look after."""
        self._places = {}

    def places(self, asked: dict[str, Collection[str]]) -> list[int]:
        """Where those stand that have one of the values of one of the attributes; no list that is to be changed."""
        lists: list[list[int]] = []
        for name, values in asked.items():
            if name in KEPT:
                by_value = self._places.get(name) or self._by_value(name)
                lists += filter(None, map(by_value.get, values))
            elif name not in UNSPLIT or not self.said.isdisjoint(values):
                attribute = map(attrgetter(name), self._doc)
                lists.append([place for place, value in enumerate(attribute) if value in values])
        if len(lists) < 2:
            return lists[0] if lists else []
        found = chain.from_iterable(lists)
        return sorted(found if len(asked) < 2 else set(found))

    def _by_value(self, name: str) -> dict[str, list[int]]:
        found = self._places[name] = defaultdict(list)
        for place, value in enumerate(map(attrgetter(name), self._doc)):
            found[value].append(place)
        return found


class Having:
    """The tokens that have one of some labels, in their order.

    When something is changed on the way all that follow are given, since any of them can have such a label by then:
    whoever asks must look at the label again.
    """

    __slots__ = ("_asked", "_changes", "_doc", "_found")

    def __init__(self, doc: Doc, asked: dict[str, Collection[str]]) -> None:
        self._doc, self._asked = doc, asked
        self._changes = -1  # how many there were when they were sought
        self._found: list[int] = []

    def __iter__(self) -> Iterator[Token]:
        return self._given(self._places(), len(self._doc))

    def within(self, sentence: Span) -> Iterator[Token]:
        """Those of a sentence."""
        found, end = self._places(), sentence.end
        first = bisect_left(found, sentence.start)
        if first == len(found) or found[first] >= end:
            return iter(())
        return self._given(found[first : bisect_left(found, end, first)], end)

    def _places(self) -> list[int]:
        labels = self._doc.labels
        if labels.changes != self._changes:
            self._found, self._changes = labels.places(self._asked), labels.changes
        return self._found

    def _given(self, found: list[int], end: int) -> Iterator[Token]:
        doc, labels, changes = self._doc, self._doc.labels, self._changes
        for place in found:
            yield doc[place]
            if labels.changes != changes:
                yield from doc[place + 1 : end]
                return
