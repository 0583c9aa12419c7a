"""Some tokens of a text that follow each other, a sentence or a name, with the names that spaCy gives to their parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.tokens import Doc, Token


class Span:
    """The tokens `[start, end)` of a document."""

    __slots__ = ("_root", "_root_at", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._root_at = -1  # how many changes there were when the root was sought

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, n: int) -> Token:
        return self.doc[self.start + n if n >= 0 else self.end + n]

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        if self.end <= self.start:
            return ""
        first, last = self.doc[self.start], self.doc[self.end - 1]
        return self.doc.text[first.idx : last.idx + len(last.text)]

    @property
    def lemma_(self) -> str:
        return "".join([token.lemma_ + (" " if token.whitespace_ else "") for token in self]).strip()

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several."""
        changes = self.doc.labels.changes
        if self._root_at != changes:
            self._root, self._root_at = self._find_root(), changes
        return self._root

    def part(self) -> None:
        """Let go of the root, which knows the sentence."""
        if self._root_at >= 0:
            self._root_at = -1
            del self._root

    def _find_root(self) -> Token:
        tokens, start, end = self.doc[self.start : self.end], self.start, self.end
        if end - start == 1:
            return tokens[0]
        outermost = []
        for token in tokens:
            head = token.head
            if head is token:
                return token
            if not start <= head.i < end:
                outermost.append(token)
        return outermost[0] if len(outermost) == 1 else min(outermost, key=_depth, default=tokens[0])


def sentences_before(sentence: Span, reach: int) -> Iterator[Span]:
    """So many sentences before one, the nearest first."""
    for _ in range(reach):
        if not sentence.start or sentence.start in sentence.doc.apart:
            return
        sentence = sentence.doc[sentence.start - 1].sent
        yield sentence


def words_before(sentence: Span, end: int, reach: int) -> Iterator[Span]:
    """What of a sentence stands before the token `end`, then so many of the sentences before it."""
    yield sentence.doc.span(sentence.start, end)
    yield from sentences_before(sentence, reach)


def _depth(token: Token) -> int:
    """Steps to the root; a mark or a space that nothing hangs on is the last choice."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
