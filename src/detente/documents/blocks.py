"""A text -> its blocks: paragraphs and stand-alone lines, with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.records import Span

WIDTH_AT_MOST = 120  # a text with a longer line is not hard-wrapped: each of its lines is a paragraph
LABEL_WORDS = 4
PROSE_WORDS = 5
LONG_PROSE_WORDS = 15  # as many words are prose even without a full stop

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_STOPS, _CLOSES = frozenset(".!?…"), "\"'”’»)]"  # marks that end a sentence, and what can stand after them
_OPENS_LIST = re.compile(r"[-–—*•·#>\d(\[\"“'‘]")
_SMALL_WORDS = ("and", "of", "the", "in", "on", "for", "to", "&", "-", "–", "—", "/", "|")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph or a line by itself; `prose` when it holds a whole sentence."""

    text: str
    span: Span
    prose: bool


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks in order; hard-wrapped lines are one block, and no block is empty."""
    return tuple(_block(text, start, end) for start, end in _paragraphs(text))


def is_label(block: Block) -> bool:
    """Whether a line looks like a section's or person's name: few words, capitals, no full stop."""
    words = block.text.split()
    return (
        len(words) <= LABEL_WORDS
        and block.text.rstrip(_CLOSES)[-1:] not in _STOPS
        and not _OPENS_LIST.match(block.text)
        and all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in words)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each block."""
    spans = [
        (found.start() + len(line) - len(line.lstrip()), found.start() + len(line.rstrip()))
        for found in _LINE.finditer(text)
        if (line := found[0]).strip()
    ]
    width = max((end - start for start, end in spans), default=0)
    start = None
    for span, following in zip(spans, [*spans[1:], None], strict=False):
        start = span[0] if start is None else start
        if following is None or not _is_wrapped(text, span, following, width):
            yield start, span[1]
            start = None


def _is_wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether only a hard wrap stands between two lines: the next word would not have fitted on the first."""
    gap = text[line[1] : following[0]]
    if width > WIDTH_AT_MOST or not _LINE_BREAK.fullmatch(gap):
        return False
    next_word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(next_word) > width


def _block(text: str, start: int, end: int) -> Block:
    own = text[start:end]
    words = len(own.split())
    ends = own.rstrip(_CLOSES)[-1:] in _STOPS
    return Block(
        text=own,
        span=Span(start, end),
        prose=words >= LONG_PROSE_WORDS or (ends and words >= PROSE_WORDS),
    )
