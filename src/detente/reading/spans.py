"""A sentence in, those before it out, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.tokens import Span


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
