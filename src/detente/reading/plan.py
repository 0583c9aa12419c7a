"""Repairs with the words and labels that each of them looks for in, the few that a text needs out.

Most repairs mend what is rare. So each says beforehand what a text must have for it, and one look at all the words and
labels of a text tells which of them to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from detente.reading.tokens import Doc

Words = Iterable[str]


class Step(NamedTuple):
    """A function, what it is called with after the text, and what the text must have for it to change anything.

    needs: of each of these, one word in small letters, lemma in small letters, tag or dependency.
    """

    run: Callable[..., object]
    given: tuple[Any, ...] = ()
    needs: tuple[frozenset[str], ...] = ()


class Plan:
    """Steps in their order."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self.steps = tuple(steps)
        asked = {need: None for step in self.steps for need in step.needs}
        bits = {need: 1 << n for n, need in enumerate(asked)}
        self._wanted: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                self._wanted[word] = self._wanted.get(word, 0) | bit
        self._masked = tuple(
            (step.run, step.given, sum(bits[need] for need in set(step.needs))) for step in self.steps
        )

    def run(self, docs: Iterable[Doc]) -> None:
        """Take in each text the steps whose needs it meets when it is their turn, each step in all before the next."""
        labelled = [(doc, doc.labels) for doc in docs]
        for doc, _ in labelled:
            self._look_at(doc)
        for run, given, mask in self._masked:
            for doc, labels in labelled:
                if mask & labels.present == mask:
                    run(doc, *given)

    def due(self, doc: Doc) -> Iterator[Step]:
        """These steps; what one of them changes can call for another that comes after it."""
        self._look_at(doc)
        for step, (_, _, mask) in zip(self.steps, self._masked, strict=True):
            if mask & doc.labels.present == mask:
                yield step

    def _look_at(self, doc: Doc) -> None:
        labels = doc.labels
        labels.wanted = self._wanted
        labels.present = reduce(or_, filter(None, map(self._wanted.get, labels.said)), 0)


def one_of(*words: str | Words) -> frozenset[str]:
    """These words, and those of the lists."""
    return frozenset([w for some in words for w in ((some,) if isinstance(some, str) else some)])


def openings(phrases: Words) -> frozenset[str]:
    """The first words of phrases."""
    return nth_words(phrases, 0)


def nth_words(phrases: Words, n: int, of: int = 0) -> frozenset[str]:
    """The words at a place of the phrases, or only of those with so many words."""
    cut = [phrase.split() for phrase in phrases]
    return frozenset([words[n] for words in cut if not of or len(words) == of])
