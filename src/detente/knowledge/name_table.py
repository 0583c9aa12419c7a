"""All names, folded, in one trie: which of them a text holds, and what each can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marisa_trie import Trie

from detente.knowledge.actor_rows import Entry

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, kw_only=True)
class NameTable:
    """`entries[i]` is what the name with the number `i` in the trie can stand for.

    small: the words in small letters with which a name can begin ("the"), since most words of a text begin none.
    marks: what can stand before a name's first word ("'Afrin"). longest: characters of the longest name.
    """

    trie: Trie
    entries: tuple[tuple[Entry, ...], ...]
    small: frozenset[str]
    marks: str
    longest: int

    def find(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and number of each name in a folded text that begins and ends with a word; they overlap."""
        size = len(folded)
        for start in self._starts(folded):
            ahead = folded[start : start + self.longest]
            for name, number in self.trie.iter_prefixes_with_ids(ahead):
                end = start + len(name)
                if end == size or not folded[end].isalnum():
                    yield start, end, number

    def number(self, name: str) -> int | None:
        """The number of a folded name, where it is one."""
        found: int | None = self.trie.get(name)
        return found

    def items(self) -> Iterator[tuple[str, int]]:
        """Every name with its number."""
        yield from self.trie.iteritems()

    def __len__(self) -> int:
        return len(self.entries)

    def _starts(self, folded: str) -> Iterator[int]:
        for word in _WORD.finditer(folded):
            start = word.start()
            if not word[0].islower() or word[0] in self.small:
                yield start
            if start and folded[start - 1] in self.marks and not folded[start - 2 : start - 1].isalnum():
                yield start - 1


def build_names(entries: Mapping[str, Sequence[Entry]]) -> NameTable:
    """The table of what each folded name can stand for."""
    trie = Trie(entries)
    first = [found[0] for found in map(_WORD.search, entries) if found]
    return NameTable(
        trie=trie,
        entries=tuple(tuple(entries[name]) for name in sorted(entries, key=trie.__getitem__)),
        small=frozenset(word for word in first if word.islower()),
        marks="".join(sorted({name[0] for name in entries if not name[0].isalnum()})),
        longest=max(map(len, entries), default=0),
    )
