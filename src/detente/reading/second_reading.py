"""Parsed blocks in, the same with some sentences read once more in other words out.

There are several readings, each with what it looks for in a block and with what is then read in its place; each sees what
those before it have chosen. What is to be read again in all blocks goes through the layers together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple

from spacy.attrs import LOWER, ORTH
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

READ: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
WORD_BY_ITSELF = READ.index("DEP")  # how many of these columns say what a word is, and not where it hangs


class Forms(NamedTuple):
    """The numbers of a block's words, as they are written and in small letters; they stay the same in each reading."""

    written: list[int]
    small: list[int]


@dataclass(frozen=True, slots=True)
class Reading[T]:
    """Another reading of some sentences.

    marks: what is to be read again in a block with these words. reworded: one of these as it is given to the parser.
    chosen: a block with the second readings of its marks that are taken.
    """

    marks: Callable[[Doc, Forms], Iterable[T]]
    reworded: Callable[[T], Doc]
    chosen: Callable[[Doc, Sequence[tuple[T, Doc]]], Doc]


class Marked(NamedTuple):
    """What a reading has found in a block, its place among all, its words, and the readings that are left for it."""

    at: int
    forms: Forms
    left: Iterator[Reading[Any]]
    reading: Reading[Any]
    found: Sequence[Any]


def read_once_more(
    texts: Sequence[Sequence[Doc]], nlp: Language, readings: Sequence[Reading[Any]]
) -> list[Sequence[Doc]]:
    """The blocks of each text, each with all readings in their order."""
    blocks = [block for text in texts for block in text]
    marked = [
        one for at, block in enumerate(blocks) for one in _marked(block, at, _forms(block), iter(readings))
    ]
    while marked:
        read = nlp.pipe([one.reading.reworded(mark) for one in marked for mark in one.found])
        for one in marked:
            blocks[one.at] = one.reading.chosen(blocks[one.at], [(mark, next(read)) for mark in one.found])
        marked = [more for one in marked for more in _marked(blocks[one.at], one.at, one.forms, one.left)]
    done = iter(blocks)
    return [list(islice(done, len(text))) for text in texts]


def _forms(block: Doc) -> Forms:
    return Forms(*block.to_array([ORTH, LOWER]).T.tolist())


def _marked(block: Doc, at: int, forms: Forms, readings: Iterator[Reading[Any]]) -> Iterator[Marked]:
    """What the first of these readings that finds something finds."""
    for reading in readings:
        if found := list(reading.marks(block, forms)):
            yield Marked(at, forms, readings, reading, found)
            return


def in_other_words(sentence: Span, instead: Mapping[int, str]) -> Doc:
    """The sentence as it is given to the parser, with other words at some of its places."""
    words = [instead.get(i, token.text) for i, token in enumerate(sentence)]
    return Doc(sentence.doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in sentence])


class Reread:
    """A block whose words stay, and into which second readings of its sentences are put.

    rows: what is read of each word, in the columns `READ`; a head is the way to it, without a sign.
    """

    def __init__(self, block: Doc) -> None:
        self.block = block
        self.rows: Any = block.to_array(READ)
        self._strings = block.vocab.strings

    def take(self, sentence: Span, read: Doc, end: int | None = None) -> None:
        """Read a sentence, or its first words, as this."""
        rows = read.to_array(READ)[:end]
        self.rows[sentence.start : sentence.start + len(rows)] = rows

    def call(self, place: int, **said: str) -> None:
        """The tag or the lemma of the word there: `call(3, TAG="VBZ", LEMMA="go")`."""
        for column, value in said.items():
            self.rows[place, READ.index(column)] = self._strings.add(value)

    def keep_words(self, start: int, end: int) -> None:
        """What these words are by themselves is what it was at first."""
        self.rows[start:end, :WORD_BY_ITSELF] = self.block.to_array(READ)[start:end, :WORD_BY_ITSELF]

    def hang(self, place: int, label: str, way: int) -> None:
        """The word hangs on the one so many words on."""
        self.rows[place, WORD_BY_ITSELF:] = get_string_id(label), way % 2**64

    def mark(self, place: int, tag: str) -> None:
        """The word is a mark, wherever it hangs."""
        said = (tag, "PUNCT", "", self.block[place].text, "punct")
        self.rows[place, :-1] = [self._strings.add(one) for one in said]

    def done(self) -> Doc:
        """The block as it is read by now."""
        words, spaces = [t.text for t in self.block], [bool(t.whitespace_) for t in self.block]
        anew = Doc(self.block.vocab, words=words, spaces=spaces, user_data=self.block.user_data)
        return anew.from_array(READ, self.rows)
