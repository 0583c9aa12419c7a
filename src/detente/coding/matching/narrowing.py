"""The entries of a word in, those out whose rules find among the arguments of a predicate what they need."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from detente.coding.matching.indexed import Entries
from detente.coding.matching.lexicon import Lexicon, signs_at
from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Predicate
from detente.reading.tokens import Doc


class ByName:
    """By the names of the arguments alone: most operators ask for no more."""

    __slots__ = ("_named",)

    def __init__(self, predicate: Predicate) -> None:
        self._named = frozenset([a.name for a in predicate.arguments])

    def __call__[R](
        self, entries: Entries[R], ends: AbstractSet[str] | None = None
    ) -> Sequence[tuple[str, R]]:
        """ends: words in one of which an entry of several words must end."""
        found = entries.open_to(self._named)
        return found if ends is None else found.ending_in(ends)


class Narrowing(ByName):
    """By the names of the arguments, and by what these are called and are: most rules are told apart by that alone."""

    __slots__ = ("_arguments", "_doc", "_lexicon", "_mentions")

    def __init__(self, predicate: Predicate, doc: Doc, mentions: Mentions, lexicon: Lexicon) -> None:
        super().__init__(predicate)
        self._arguments = predicate.arguments
        self._doc, self._mentions, self._lexicon = doc, mentions, lexicon

    def __call__[R](
        self, entries: Entries[R], ends: AbstractSet[str] | None = None
    ) -> Sequence[tuple[str, R]]:
        """ends: words in one of which an entry of several words must end."""
        found = entries.open_to(self._named)
        if not found.asked:
            return found if ends is None else found.ending_in(ends)
        return found.answered_by(self._signs, ends)

    def _signs(self, names: frozenset[str]) -> set[str]:
        """What the arguments of these names are called, and the classes that they are of."""
        signs = set[str]()
        for argument in self._arguments:
            if argument.name in names:
                signs |= signs_at(argument.head, self._doc, self._mentions, self._lexicon)
        return signs
