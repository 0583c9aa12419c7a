"""Parsed blocks in, the same with "has on Monday closed" read as "has closed" out.

A day between the two parts of a verb is seldom met in the texts that the parser has learnt from, and often it makes an
adjective of the second part and an object of the day. Where it does, the sentence is read once more with two adverbs in
the place of the day; where that gives one verb, the second reading is taken, with the day hanging on the verb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

from detente.reading.second_reading import Forms, Reading, with_columns

HAVE = frozenset(map(get_string_id, ("has", "have", "had")))
AT, PARTICIPLES = get_string_id("on"), frozenset({"VBN", "VBD", "JJ"})
BEFORE = 2**64 - 1  # the place of a head is kept as the way to it, without a sign
ADVERBS = ("also", "now")  # as many words as the preposition and the day
READ: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
NAMED: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA"]


class Dated(NamedTuple):
    """A sentence and the place in it of the auxiliary; preposition, day and participle follow."""

    sentence: Span
    at: int


def undated_perfects(days: Collection[str]) -> Reading[Dated]:
    """Sentences with such a day, without it."""
    return Reading(
        marks=lambda block, forms: _misread(block, forms, days), reworded=_undated, chosen=_with_readings
    )


def _misread(block: Doc, forms: Forms, days: Collection[str]) -> Iterator[Dated]:
    """At most one of a sentence."""
    if HAVE.isdisjoint(forms.written):
        return
    done = -1
    for i, (first, second) in enumerate(pairwise(forms.written[:-2])):
        if second != AT or first not in HAVE or block[i + 2].lower_ not in days:
            continue
        have, verb, sentence = block[i], block[i + 3], block[i].sent
        whole = have.dep_ == "aux" and have.head.i == verb.i and verb.tag_ == "VBN"
        if verb.tag_ in PARTICIPLES and not whole and sentence.start != done and i + 3 < sentence.end:
            done = sentence.start
            yield Dated(sentence, i - sentence.start)


def _undated(one: Dated) -> Doc:
    words = [token.text for token in one.sentence]
    words[one.at + 1 : one.at + 3] = ADVERBS
    spaces = [bool(token.whitespace_) for token in one.sentence]
    return Doc(one.sentence.doc.vocab, words=words, spaces=spaces)


def _with_readings(block: Doc, tried: Sequence[tuple[Dated, Doc]]) -> Doc:
    good = [(one, read) for one, read in tried if _is_one_verb(read, one.at)]
    return _read_as(block, good) if good else block


def _is_one_verb(read: Doc, at: int) -> bool:
    have, verb = read[at], read[at + 3]
    return have.dep_ == "aux" and have.head.i == verb.i and verb.tag_ == "VBN" and len(list(read.sents)) == 1


def _read_as(block: Doc, chosen: Sequence[tuple[Dated, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns, names = block.to_array(READ), block.to_array(NAMED)
    for one, read in chosen:
        start = one.sentence.start
        columns[start : start + len(read)] = read.to_array(READ)
        day = start + one.at + 1
        columns[day : day + 2, : len(NAMED)] = names[day : day + 2]
        columns[day, len(NAMED) :] = get_string_id("prep"), 2  # on the verb, which is the second word behind
        columns[day + 1, len(NAMED) :] = get_string_id("pobj"), BEFORE
    return with_columns(block, READ, columns)
