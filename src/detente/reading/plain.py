"""The parsed blocks of a text in, one document of plain tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, count, pairwise, repeat
from operator import add
from struct import unpack
from typing import Final

import numpy as np
from msgspec.structs import force_setattr
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as Parsed
from spacy.vocab import Vocab

from detente.reading.spaced import LEAD, RUNS
from detente.reading.tokens import Doc, Span, Token

MOST_STRINGS = 32_768
SPACE = ("", " ")
STARTS = 1  # a token that opens a sentence
WORD: Final[list[int | str]] = [
    ORTH,
    LOWER,
    LEMMA,
    POS,
    TAG,
    MORPH,
]  # nine of ten words have been met with all of these
COLUMNS: Final[list[int | str]] = [*WORD, DEP, HEAD, SPACY, SENT_START]
NUMBERS = len(WORD)


class Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers; when the table is full it starts anew."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings
        self.of_words = Words(self)

    def __missing__(self, key: int) -> str:
        if len(self) >= MOST_STRINGS:
            self.clear()
        found = self[key] = str(self._strings[key])
        return found


class Words(dict[bytes, tuple[str, ...]]):
    """The strings of whole words by the bytes of their numbers; when the table is full it starts anew."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: bytes) -> tuple[str, ...]:
        if len(self) >= MOST_STRINGS:
            self.clear()
        found = self[key] = tuple([self._strings[number] for number in unpack(f"{NUMBERS}Q", key)])
        return found


def read_tokens(blocks: Sequence[Parsed], strings: Strings) -> Doc:
    """The tokens of parsed blocks that together are a text."""
    doc = Doc("")
    filled = [block for block in blocks if len(block)]
    if not filled:
        return doc
    array = np.concatenate([block.to_array(COLUMNS) for block in filled])
    numbers = array[:, :NUMBERS].copy().view(f"V{NUMBERS * array.itemsize}")[:, 0].tolist()
    said = list(zip(*map(strings.of_words.__getitem__, numbers), strict=True))
    text, lower, lemmas, _, tags, _ = said
    labels = list(map(strings.__getitem__, array[:, NUMBERS].tolist()))
    doc.labels.said.update(lower, lemmas, map(str.lower, lemmas), tags, labels)
    heads, spaces, starts = array[:, NUMBERS + 1 :].view("int64").T.tolist()
    places, behind = _put_together(doc, filled, text, spaces)
    opens = [start == STARTS for start in starts]
    doc.sents = _sentences(doc, opens)
    own = chain.from_iterable([repeat(sentence, len(sentence)) for sentence in doc.sents])
    doc.extend(map(Token, *said, labels, behind, repeat(doc), count(), places, opens, own))
    _hang(doc, heads)
    return doc


def _put_together(
    doc: Doc, blocks: Sequence[Parsed], words: Sequence[str], spaces: Sequence[int]
) -> tuple[list[int], list[str]]:
    """Puts the text together; where each word of it begins, and the white space behind it."""
    places: list[int] = []
    behind: list[str] = []
    said: list[str] = []
    for block in blocks:
        own = slice(len(behind), len(behind) + len(block))
        lead, after = _white_space(block, spaces[own])
        pieces = list(map(add, words[own], after))
        places += accumulate(map(len, pieces), initial=doc.end + len(lead))
        doc.end = places.pop()
        behind += after
        said += (lead, *pieces)
    doc.text = "".join(said)
    return places, behind


def _white_space(block: Parsed, spaces: Sequence[int]) -> tuple[str, list[str]]:
    """What stands in front of the block and behind each of its words."""
    if RUNS not in block.user_data:
        return "", list(map(SPACE.__getitem__, spaces))
    runs = iter(block.user_data[RUNS])
    return block.user_data[LEAD], [next(runs) if space else "" for space in spaces]


def _sentences(doc: Doc, opens: Sequence[bool]) -> list[Span]:
    starts = [place for place, opening in enumerate(opens) if opening or not place]
    return [Span(doc, start, end) for start, end in pairwise([*starts, len(opens)])]


def _hang(doc: Doc, heads: Sequence[int]) -> None:
    """Give the tokens their heads, which are so many words on, and what hangs on them."""
    for token, distance in zip(doc, heads, strict=True):
        if not distance:
            force_setattr(token, "head", token)  # no label, and sooner done than by the token itself
            continue
        head = doc[token.i + distance]
        force_setattr(token, "head", head)
        if isinstance(head.children, list):
            head.children.append(token)
        else:
            force_setattr(head, "children", [token])
