"""Parsed blocks in, the same with some sentences read once more in other words out.

There are several readings, each with what it looks for in a block and with what is then read in its place; each sees what
those before it have chosen. What is to be read again in all blocks goes through the layers together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from spacy.attrs import LOWER, ORTH
from spacy.language import Language
from spacy.tokens import Doc


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


def with_columns(block: Doc, names: list[int | str], columns: Any) -> Doc:
    """The block with its words and these columns of spaCy's array."""
    words, spaces = [t.text for t in block], [bool(t.whitespace_) for t in block]
    return Doc(block.vocab, words=words, spaces=spaces, user_data=block.user_data).from_array(names, columns)
