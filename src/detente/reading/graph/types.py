"""The predicate-argument graph: predicates with named arguments, whatever the sentence did to their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec
from msgspec.structs import replace

from detente.reading.tokens import Doc

Tense = Literal["past", "present", "future", "none"]
Mood = Literal["indicative", "infinitive", "participle", "imperative", "none"]


class Argument(msgspec.Struct, frozen=True, gc=False):
    """`name` as in a plain active clause; `head` is the index of its head token."""

    name: str
    head: int


class Predicate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A verb, noun or adjective with its arguments.

    lemma: with its particle ("call off"). modal: lemma of the modal, if any. carrier: index of the support verb
    that carries an event noun ("hold" of "hold talks"); only_carried: that verb is no event of its own.
    """

    head: int
    lemma: str
    pos: Literal["verb", "noun", "adjective"]
    arguments: tuple[Argument, ...] = ()
    tense: Tense = "none"
    mood: Mood = "none"
    progressive: bool = False
    perfect: bool = False
    passive: bool = False
    modal: str | None = None
    negated: bool = False
    conditional: bool = False
    carrier: int | None = None
    only_carried: bool = True

    def heads(self, *names: str) -> tuple[int, ...]:
        """Head tokens of the arguments of these names, in the order of the names."""
        if not self.arguments:  # asked so often that the shorter ways count
            return ()
        if len(names) == 1:
            only = names[0]
            return tuple([a.head for a in self.arguments if a.name == only])
        found = [a for a in self.arguments if a.name in names]
        if len(found) < 2:  # of one there is no order to heed
            return tuple([a.head for a in found for name in names if name == a.name])
        return tuple([a.head for name in names for a in found if a.name == name])

    def has(self, name: str) -> bool:
        """Whether there is an argument of this name."""
        for argument in self.arguments:  # noqa: SIM110 - asked so often that making a generator counts
            if argument.name == name:
                return True
        return False

    def adding(self, *more: Argument) -> Predicate:
        """A copy with the arguments that are not there yet."""
        new = [a for a in more if a not in self.arguments]
        return replace(self, arguments=(*self.arguments, *dict.fromkeys(new))) if new else self


class Predicates(dict[int, Predicate]):
    """The predicates of a text by head token; which there are, and of which lemma, is settled from the beginning."""

    def __init__(self, found: Iterable[Predicate]) -> None:
        super().__init__({predicate.head: predicate for predicate in found})
        self._verbs = [p.head for p in self.values() if p.pos == "verb"]
        self._by_lemma: dict[str, list[int]] = {}
        for predicate in self.values():
            self._by_lemma.setdefault(predicate.lemma, []).append(predicate.head)

    def verbs(self, *lists: frozenset[str]) -> list[Predicate]:
        """All verbs as they are by now, or those with a lemma of one of the lists; in the order of the text."""
        if not lists:
            return [self[head] for head in self._verbs]
        return [p for p in self.of(*lists) if p.pos == "verb"]

    def nouns(self, *lists: frozenset[str]) -> list[Predicate]:
        """The nouns with a lemma of one of the lists."""
        return [p for p in self.of(*lists) if p.pos == "noun"]

    def of(self, *lists: frozenset[str]) -> list[Predicate]:
        """All with a lemma of one of the lists."""
        there = self._by_lemma
        asked = [lemmas for lemmas in lists if not lemmas.isdisjoint(there)]
        if not asked:  # nearly always
            return []
        heads = {head for lemmas in asked for lemma in there.keys() & lemmas for head in there[lemma]}
        return [self[head] for head in sorted(heads)]


class Governor(msgspec.Struct, frozen=True, gc=False):
    """`head` is a predicate in which another one stands as argument `name`."""

    head: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Graph:
    """All predicates of a text by head token, and who governs whom; `words` are the closed lists of grammar."""

    doc: Doc
    predicates: Mapping[int, Predicate]
    governors: Mapping[int, tuple[Governor, ...]]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def at(self, heads: Iterable[int]) -> list[Predicate]:
        """The predicates at these tokens; of a token that is none, nothing."""
        return [self.predicates[head] for head in heads if head in self.predicates]

    def above(self, head: int, *names: str) -> list[int]:
        """The predicates in which it stands as an argument of one of these names, or of any."""
        over = self.governors.get(head, ())
        return [g.head for g in over if g.name in names] if names else [g.head for g in over]

    def over(self, head: int, *names: str) -> list[Predicate]:
        """The same as predicates."""
        return [self.predicates[above] for above in self.above(head, *names)]

    def governing(self, head: int) -> list[tuple[str, Predicate]]:
        """All predicates in which it stands, each with the name of the argument as which it does."""
        return [(g.name, self.predicates[g.head]) for g in self.governors.get(head, ())]

    def is_under(self, head: int, *names: str) -> bool:
        """Whether it stands in any predicate as such an argument."""
        return any(g.name in names for g in self.governors.get(head, ()))

    def verb_of(self, head: int) -> int:
        """What tells of a predicate: the verb that carries it ("hold" of "hold talks"), or itself."""
        carrier = self.predicates[head].carrier
        return head if carrier is None else carrier

    def with_carrier(self, head: int) -> tuple[int, ...]:
        """A predicate and the verb that carries it, if one does."""
        carrier = self.predicates[head].carrier
        return (head,) if carrier is None else (head, carrier)
