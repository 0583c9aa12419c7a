"""Parsed blocks in, the same with short forms and the like in brackets no longer between a name and its verb out.

"The European Union (EU) designated it": three tokens between a subject and its verb, and the parser may lose either. So
such a sentence is read once more without them; where the name before the bracket then is no part of a longer one ("the
United Nations (UN) mission"), the second reading is taken, with what stands in the bracket hanging on the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

from detente.reading.second_reading import READ, Forms, Reading, Reread

PARTS = frozenset({"compound", "nmod", "amod", "nummod", "poss", "dep"})
MARKS = frozenset("()")
OPENS = get_string_id("(")  # always a word of its own where a name or a word follows
NAME, OTHER = ("NNP", "PROPN", "appos"), ("XX", "X", "dep")  # tag, part of speech and label

# a short form, one word, or a number that a word leads; what ends a sentence tells who said it
_BRACKET = re.compile(
    r"(?<=\w )\((?:[A-Z][A-Z0-9&-]{1,8}s?|[a-z]{3,10}|[a-z]+ [\d.,]+\w?)\)(?=[,;]? ?[\w\"“‘'’–—])"
)


class Bracketed(NamedTuple):
    """A sentence, and the places in it of brackets and what stands in them."""

    sentence: Span
    dropped: tuple[int, ...]


def without_brackets() -> Reading[Bracketed]:
    """Sentences with such brackets, without them."""
    return Reading(marks=_marks, reworded=_without, chosen=_with_readings)


def _marks(block: Doc, forms: Forms) -> Iterator[Bracketed]:
    if OPENS not in forms.written:
        return
    spans = [block.char_span(*found.span()) for found in _BRACKET.finditer(block.text)]
    dropped = [i for span in spans if span is not None for i in range(span.start, span.end)]
    for sentence in block.sents if dropped else ():
        mine = tuple(i - sentence.start for i in dropped if sentence.start < i < sentence.end)
        if mine:
            yield Bracketed(sentence, mine)


def _left(one: Bracketed) -> list[int]:
    return [i for i in range(len(one.sentence)) if i not in one.dropped]


def _without(one: Bracketed) -> Doc:
    words = [one.sentence[i] for i in _left(one)]
    spaces = [bool(token.whitespace_) for token in words]
    return Doc(one.sentence.doc.vocab, words=[token.text for token in words], spaces=spaces)


def _with_readings(block: Doc, tried: Sequence[tuple[Bracketed, Doc]]) -> Doc:
    good = [(one, read) for one, read in tried if _is_whole(one, read)]
    return _read_as(block, good) if good else block


def _is_whole(one: Bracketed, read: Doc) -> bool:
    """Whether what stands before each bracket is the last word of its name."""
    before = [read[n - 1] for n, i in enumerate(_left(one)) if n and i - 1 in one.dropped]
    parts = [token for token in before if token.dep_ in PARTS and token.head.i > token.i]
    return not parts and len(list(read.sents)) == 1


def _read_as(block: Doc, chosen: Sequence[tuple[Bracketed, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns = Reread(block)
    for one, read in chosen:
        start, left = one.sentence.start, _left(one)
        columns.rows[[start + i for i in left]] = read.to_array(READ)
        for token in read:
            columns.hang(start + left[token.i], token.dep_, left[token.head.i] - left[token.i])
        before = 0
        for i, token in enumerate(one.sentence):
            if i in one.dropped:
                _add(start + i, token.text, before - i, columns)
            else:
                before = i
    return columns.done()


def _add(place: int, word: str, way: int, columns: Reread) -> None:
    """What stands in brackets hangs on the name before them."""
    tag, pos, label = NAME if word[0].isupper() else OTHER
    if word in MARKS:
        tag, pos, label = ("-LRB-" if word == "(" else "-RRB-"), "PUNCT", "punct"
    columns.call(place, TAG=tag, POS=pos, MORPH="", LEMMA=word)
    columns.hang(place, label, way)
