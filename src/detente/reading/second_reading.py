"""Parsed blocks in, the same with some sentences read once more in other words out.

What is to be read again is marked in each block; all of it goes through the layers together, and each block then
chooses among its own second readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


def read_once_more[T](
    texts: Sequence[Sequence[Doc]],
    nlp: Language,
    *,
    marks: Callable[[Doc], Iterable[T]],
    reworded: Callable[[T], Doc],
    chosen: Callable[[Doc, Sequence[tuple[T, Doc]]], Doc],
) -> list[Sequence[Doc]]:
    """The blocks of each text.

    marks: what is to be read again in a block. reworded: one of these as it is given to the parser. chosen: a block
    with the second readings of its marks that are taken.
    """
    marked = [[list(marks(block)) for block in blocks] for blocks in texts]
    read = nlp.pipe([reworded(one) for found in marked for mine in found for one in mine])
    return [
        [
            chosen(block, [(one, next(read)) for one in mine])
            for block, mine in zip(blocks, found, strict=True)
        ]
        for blocks, found in zip(texts, marked, strict=True)
    ]


def with_columns(block: Doc, names: list[int | str], columns: Any) -> Doc:
    """The block with its words and these columns of spaCy's array."""
    words, spaces = [t.text for t in block], [bool(t.whitespace_) for t in block]
    return Doc(block.vocab, words=words, spaces=spaces, user_data=block.user_data).from_array(names, columns)
