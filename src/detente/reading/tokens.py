"""The tokens of a text, which all that comes after syntax reads.

spaCy makes an object anew for each one that is asked for and looks its strings up each time, and our stages ask for
a token some hundred times.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

from msgspec.structs import force_setattr

from detente.reading.having import NOTED, Having, Labels, following
from detente.reading.word import Word

PLACE, START = attrgetter("i"), attrgetter("start")
NOTHING: tuple[Token, ...] = ()  # the children of most words; a list for each would be much to look after


class Token(Word, eq=False):
    """A word or a mark; `head` of a root is the token itself, `children` stand in the order of the text."""

    doc: Doc
    i: int
    idx: int
    is_sent_start: bool
    sent: Span
    children: Sequence[Token] = NOTHING
    _edges: tuple[int, int, bool] | None = None
    head: Token = None  # type: ignore[assignment]  # set as soon as all tokens are there

    def __setattr__(self, name: str, value: Any) -> None:
        if name in NOTED:
            self.doc.labels.change(self.i, name, getattr(self, name), value)
        force_setattr(self, name, value)

    def adopt(self, child: Token) -> None:
        """Take a token among the children, at its place."""
        if not self.children:
            self.children = [child]
        elif isinstance(self.children, list):
            insort(self.children, child, key=PLACE)

    @property
    def lefts(self) -> list[Token]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order in which they hang."""
        first, last, ordered = self._reach()
        return iter(self.doc[first : last + 1]) if ordered else self._hanging()

    def _hanging(self) -> Iterator[Token]:
        before = True
        for child in self.children:
            if before and child.i > self.i:
                yield self
                before = False
            yield from child.subtree
        if before:
            yield self

    @property
    def ancestors(self) -> Iterator[Token]:
        """From the head up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """What the token is joined with by conjunctions, without the token itself."""
        if self.dep_ != "conj" and not self.children:
            return ()
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [c for c in token.children if c.dep_ == "conj" and c.i > token.i]
        return tuple([token for token in found if token is not self])

    @property
    def left_edge(self) -> Token:
        return self.doc[self._reach()[0]]

    @property
    def right_edge(self) -> Token:
        return self.doc[self._reach()[1]]

    def _reach(self) -> tuple[int, int, bool]:
        """The places of the first and the last token of the subtree, and whether all between them is of it, in order."""
        edges = self._edges
        if edges is not None:
            return edges
        first = last = self.i
        ordered, size = True, 1
        for child in self.children:
            low, high, inner = child._reach()
            first, last = (low if low < first else first), (high if high > last else last)
            ordered, size = ordered and inner, size + high - low + 1
        edges = first, last, ordered and size == last - first + 1
        force_setattr(self, "_edges", edges)
        return edges

    def hang(self, head: Token, dep: str) -> None:
        """Put the token with all below it under another head; under itself it is a root.

        What is itself below the token takes its place first: the parse stays a tree.
        """
        if head is not self and any(above is self for above in head.ancestors):
            head.hang(head if self.head is self else self.head, self.dep_)
        self.dep_ = dep
        if head is self.head:
            return
        if self.head is not self:
            self.head.children = [child for child in self.head.children if child is not self]
        if head is not self:
            head.adopt(self)
        self.head = head
        self.doc.labels.changes += 1
        self.doc.mark_again(min(self.sent.start, head.sent.start), max(self.sent.end, head.sent.end))

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other token hangs below this one."""
        return any(token is self for token in other.ancestors)

    def nbor(self, distance: int = 1) -> Token:
        """The token that many places on. Raises `IndexError` beyond the ends of the text."""
        if self.i + distance < 0:
            raise IndexError(distance)
        return self.doc[self.i + distance]


class Doc(list[Token]):
    """The tokens of a text in their order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.end = 0  # code points that the tokens take
        self.sents: list[Span] = []
        self.user_data: defaultdict[str, dict[Any, Any]] = defaultdict(dict)  # what others keep with the text
        self.labels = Labels(self)
        self.apart = frozenset[int]()  # where what has nothing to do with what stands before begins

    def having(self, **values: Collection[str]) -> Iterator[Token]:
        """The tokens that have one of the values of one of the attributes: `having(dep_={"conj"}, tag_={"VBG"})`.

        Each has it when it is given, also when something is changed on the way.
        """
        return following(self, self.labels, self.labels.places(values), len(self), values)

    def by_sentence(self, **values: Collection[str]) -> Having[Token]:
        """The same, to be asked for sentence by sentence."""
        return Having(self, self.labels, values)

    def span(self, start: int, end: int) -> Span:
        """The tokens `[start, end)`."""
        return Span(self, start, end)

    def mark_sentences(self, first: int, end: int) -> list[Span]:
        """The sentences that the tokens `[first, end)` make by their `is_sent_start`; each token knows its own."""
        starts = [first, *(token.i for token in self[first + 1 : end] if token.is_sent_start)]
        found = [Span(self, *ends) for ends in zip(starts, [*starts[1:], end], strict=True)]
        for sentence in found:
            for token in self[sentence.start : sentence.end]:
                force_setattr(token, "sent", sentence)
        return found

    def mark_again(self, first: int, end: int) -> None:
        """As spaCy does when a head has changed: a sentence starts where the words below a root do."""
        moved = self[first:end]
        for token in moved:
            token._edges, token.is_sent_start = None, False
        for token in moved:
            if token.head is token:
                token.left_edge.is_sent_start = True
        while first and not self[first].is_sent_start:
            first = self[first - 1].sent.start
        at = bisect_left(self.sents, first, key=START)
        self.sents[at : bisect_left(self.sents, end, key=START)] = self.mark_sentences(first, end)

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """The tokens that the code points lie in; None where there are none, or, strictly, if the ends are others."""
        first = self._at(start)
        last = first if first and end <= first.idx + len(first.text) else self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "strict" and (start, end) != (first.idx, last.idx + len(last.text)):
            return None
        behind = start == first.idx + len(first.text)  # the space after a token
        return Span(self, first.i + behind, last.i + 1)

    def part(self) -> None:
        """Untie the tokens of a text that nobody reads any more: so they go at once, and need not be searched for."""
        for sentence in self.sents:
            sentence._root = None
        for token in self:
            if token.children:
                force_setattr(token, "children", NOTHING)
            if token.head is token:
                force_setattr(token, "head", None)
        self.clear()
        vars(self).clear()  # what is kept with the text knows it

    def _at(self, place: int) -> Token | None:
        """The token that a code point, or the space after it, belongs to."""
        i = bisect_right(self._starts, place) - 1
        token = self[i] if i >= 0 else None
        if token is None or place >= token.idx + len(token.text) + len(token.whitespace_):
            return None
        return token

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self]


class Span:
    """The tokens `[start, end)` of a document."""

    __slots__ = ("_root", "_root_at", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self._root: Token | None = None
        self._root_at = 0  # how many changes there were when it was sought

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
        return self.doc.text[self.start_char : self.end_char]

    @property
    def lemma_(self) -> str:
        return "".join([token.lemma_ + (" " if token.whitespace_ else "") for token in self]).strip()

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several."""
        changes = self.doc.labels.changes
        if self._root is None or self._root_at != changes:
            self._root, self._root_at = self._find_root(), changes
        return self._root

    def _find_root(self) -> Token:
        tokens, start, end = self.doc[self.start : self.end], self.start, self.end
        outermost = []
        for token in tokens:
            head = token.head
            if head is token:
                return token
            if not start <= head.i < end:
                outermost.append(token)
        return outermost[0] if len(outermost) == 1 else min(outermost, key=_depth, default=tokens[0])


def _depth(token: Token) -> int:
    """Steps to the root; a mark or a space that nothing hangs on is the last choice."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)
