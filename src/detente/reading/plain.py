"""The parsed blocks of a text in, one document of plain tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, count, repeat
from operator import add
from typing import Final

from msgspec.structs import force_setattr
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc as Parsed
from spacy.vocab import Vocab

from detente.reading.spaced import LEAD, RUNS
from detente.reading.tokens import Doc, Token

MOST_STRINGS = 65_536
SPACE = ("", " ")
STARTS = 1  # a token that opens a sentence
STRINGS = 7  # of the columns, the first that are numbers of strings
COLUMNS: Final[list[int | str]] = [ORTH, LOWER, LEMMA, POS, TAG, DEP, MORPH, HEAD, SPACY, SENT_START]


class Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers; when the table is full it starts anew."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, key: int) -> str:
        if len(self) >= MOST_STRINGS:
            self.clear()
        found = self[key] = str(self._strings[key])
        return found


def read_tokens(blocks: Sequence[Parsed], strings: Strings) -> Doc:
    """The tokens of parsed blocks that together are a text."""
    doc = Doc("")
    text = [_add_block(doc, block, strings) for block in blocks if len(block)]
    doc.text = "".join(text)
    if doc:
        doc.sents = doc.mark_sentences(0, len(doc))
    return doc


def _add_block(doc: Doc, block: Parsed, strings: Strings) -> str:
    """What it says."""
    array = block.to_array(COLUMNS)
    said = [list(map(strings.__getitem__, column)) for column in array[:, :STRINGS].T.tolist()]
    _, lower, lemmas, _, tags, labels, _ = said
    doc.labels.said.update(lower, lemmas, map(str.lower, lemmas), tags, labels)
    heads, spaces, starts = array[:, STRINGS:].view("int64").T.tolist()
    lead, behind = _white_space(block, spaces)
    widths = map(len, behind)
    places = list(accumulate(map(add, map(len, said[0]), widths), initial=doc.end + len(lead)))
    doc.end = places.pop()
    first = len(doc)
    opens = map(STARTS.__eq__, starts)
    doc.extend(map(Token, repeat(doc), count(first), places, *said, behind, opens))
    for token, distance in zip(doc[first:], heads, strict=True):
        if not distance:
            force_setattr(token, "head", token)  # no label, and sooner done than by the token itself
            continue
        head = doc[token.i + distance]
        force_setattr(token, "head", head)
        if head.children:
            head.children.append(token)  # a list, if any
        else:
            force_setattr(head, "children", [token])
    return lead + "".join(map(add, said[0], behind))


def _white_space(block: Parsed, spaces: Sequence[int]) -> tuple[str, list[str]]:
    """What stands in front of the block and behind each of its words."""
    if RUNS not in block.user_data:
        return "", list(map(SPACE.__getitem__, spaces))
    runs = iter(block.user_data[RUNS])
    return block.user_data[LEAD], [next(runs) if space else "" for space in spaces]
