"""The index of time patterns in; for each token, the patterns that need it and where they can begin, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from detente.knowledge.time_index import Group, MatcherIndex
from detente.knowledge.time_patterns import number_key

MOST_WORDS = 65_536
MOST_BESIDE = 2048  # tokens that a needed word remembers; news has few others beside one
BEFORE = 8  # tokens before a needed word in which its pattern can begin; each word can have a mark beside it
WORD = re.compile(r"\w+")
INNER = re.compile(r"\d[.,:/]")  # before the digits that go on with a number


Opening = tuple[int, int, tuple[Group, ...]]  # which word of a token, where in the token, what begins with it


class Openings(dict[str, tuple[Opening, ...]]):
    """By token in small letters: the patterns that can begin in it; "2,000" begins none with its noughts."""

    def __init__(self, groups: Mapping[str, tuple[Group, ...]]) -> None:
        super().__init__()
        self._groups = groups

    def __missing__(self, token: str) -> tuple[Opening, ...]:
        if len(self) >= MOST_BESIDE:
            self.clear()
        found = self[token] = tuple(
            (n, offset, self._groups[key])
            for n, (offset, key) in enumerate(words_in(token))
            if key in self._groups and not INNER.fullmatch(token, max(offset - 2, 0), offset)
        )
        return found


@dataclass(frozen=True)
class Need:
    """The patterns that need a word, by where they can begin, and how many tokens before the word that can be."""

    before: int
    openings: Openings


class Needs(dict[str, tuple[Need, ...]]):
    """By token in small letters; a token such as "3-day" holds several words.

    Tokens are kept as texts bring them; when the table is full it starts anew.
    """

    def __init__(self, index: MatcherIndex) -> None:
        super().__init__()
        turned: dict[str, dict[str, tuple[Group, ...]]] = {}
        for start, groups in index.items():
            for word, those in groups.items():
                turned.setdefault(word, {})[start] = those
        self._needed = {word: Need(_farthest(groups), Openings(groups)) for word, groups in turned.items()}

    def __missing__(self, token: str) -> tuple[Need, ...]:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[token] = self._find(token)
        return found

    def _find(self, token: str) -> tuple[Need, ...]:
        need = self._needed.get(token) or self._needed.get(token.removesuffix("."))
        if need:
            return (need,)
        keys = dict.fromkeys(key for _, key in words_in(token))
        return tuple(self._needed[key] for key in keys if key in self._needed)


def _farthest(groups: Mapping[str, tuple[Group, ...]]) -> int:
    longest = max(group.longest for those in groups.values() for group in those)
    return min(2 * longest - 1, BEFORE)


class Parts(dict[str, tuple[tuple[int, str], ...]]):
    """By token in small letters: where in it which words stand, as patterns look them up."""

    def __missing__(self, token: str) -> tuple[tuple[int, str], ...]:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[token] = words_in(token)
        return found


def words_in(token: str) -> tuple[tuple[int, str], ...]:
    """Words of letters as they are, any number under one sign: "u.s." has two words, "3-day" a number and a word."""
    found = ((word.start(), word.group()) for word in WORD.finditer(token))
    return tuple((start, number_key(word) if word[0].isdigit() else word) for start, word in found)
