"""Parsed blocks in, the same with "has on Monday closed" read as "has closed" out.

A day between the two parts of a verb is seldom met in the texts that the parser has learnt from, and often it makes an
adjective of the second part and an object of the day. Where it does, the sentence is read once more with two adverbs in
the place of the day; where that gives one verb, the second reading is taken, with the day hanging on the verb.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

from detente.reading.second_reading import Forms, Reading, Reread, in_other_words

HAVE = frozenset(map(get_string_id, ("has", "have", "had")))
AT, PARTICIPLES = get_string_id("on"), frozenset({"VBN", "VBD", "JJ"})
ADVERBS = ("also", "now")  # as many words as the preposition and the day


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
    return in_other_words(one.sentence, dict(enumerate(ADVERBS, one.at + 1)))


def _with_readings(block: Doc, tried: Sequence[tuple[Dated, Doc]]) -> Doc:
    good = [(one, read) for one, read in tried if _is_one_verb(read, one.at)]
    return _read_as(block, good) if good else block


def _is_one_verb(read: Doc, at: int) -> bool:
    have, verb = read[at], read[at + 3]
    return have.dep_ == "aux" and have.head.i == verb.i and verb.tag_ == "VBN" and len(list(read.sents)) == 1


def _read_as(block: Doc, chosen: Sequence[tuple[Dated, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns = Reread(block)
    for one, read in chosen:
        columns.take(one.sentence, read)
        day = one.sentence.start + one.at + 1
        columns.keep_words(day, day + 2)
        columns.hang(day, "prep", 2)  # on the verb, which is the second word behind
        columns.hang(day + 1, "pobj", -1)
    return columns.done()
