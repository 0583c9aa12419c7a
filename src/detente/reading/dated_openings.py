"""Parsed blocks in, the same with "On Friday Kenya closed" read as a day and who acts on it out.

Without a comma the parser makes one name of the day and the name behind it, and leaves the verb without a subject. Where
it does, the sentence is read once more with as many common words of time in the place of the date; where these hang on a
verb, the second reading is taken, with the date hanging where they hang.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.second_reading import Forms, Reading, Reread, in_other_words

PART_OF = "of"
PLAIN = {
    2: ("Last", "week"),
    3: ("A", "day", "later"),
    4: ("Just", "a", "day", "later"),
}  # by the length of the date
LONGEST = max(PLAIN)
NUMBER, YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d"), re.compile(r"(?:19|20)\d\d")
BESIDE = frozenset({"compound", "nummod", "nmod", "amod", "poss", "det"})
NAMES, SUBJECTS = frozenset({"NNP", "NNPS"}), frozenset({"nsubj", "nsubjpass"})
WHEN, LED, LATER, SAID = "npadvmod", "pobj", "advmod", "ccomp"


class Opening(NamedTuple):
    """A sentence, and where in it the date stands, its preposition included."""

    sentence: Span
    start: int
    end: int


def in_plain_words(days: Collection[str], leading: Collection[str]) -> Reading[Opening]:
    """Sentences with such a date, with common words of time in its place. leading: prepositions."""
    opening = frozenset(get_string_id(form) for word in leading for form in (word, word.capitalize()))
    return Reading(
        marks=lambda block, forms: _misread(block, forms, days, opening),
        reworded=_reworded,
        chosen=_with_readings,
    )


def _misread(block: Doc, forms: Forms, days: Collection[str], opening: frozenset[int]) -> Iterator[Opening]:
    """At most one of a sentence."""
    done = -1
    for i, word in enumerate(forms.written[:-3]):
        if word not in opening or not _is_dated(block[i + 1], days):
            continue
        end = _end_of_date(block, i, days)
        sentence = block[i].sent
        if sentence.start != done and i + 1 < end < sentence.end and _is_taken_for_name(block, i, end):
            done = sentence.start
            yield Opening(sentence, i - sentence.start, end - sentence.start)


def _end_of_date(block: Doc, start: int, days: Collection[str]) -> int:
    """ "On Friday", "In March", "In 2019", "On 12 March", "In May 2020"."""
    end = start + 1
    while end < min(len(block), start + LONGEST) and _is_dated(block[end], days):
        end += 1
    words = block[start + 1 : end]
    named = any(t.lower_ in days for t in words)
    return end if named or (len(words) == 1 and YEAR.fullmatch(words.text)) else start


def _is_dated(word: Token, days: Collection[str]) -> bool:
    return word.lower_ in days or NUMBER.fullmatch(word.text) is not None


def _is_taken_for_name(block: Doc, start: int, end: int) -> bool:
    """Whether the last word of the date, or the first behind its preposition, describes what follows it."""
    for last in (block[end - 1], block[start + 1]):
        head = last.head
        if last.dep_ in BESIDE and end <= head.i < block[start].sent.end:
            named = NAMES & {head.tag_, block[end].tag_}  # "on Saturday U.S. troops were there"
            return bool(named) or not _leads(block[start], head)
    return False


def _leads(preposition: Token, noun: Token) -> bool:
    """ "In March elections", where the verb behind has a subject of its own."""
    verb = preposition.head
    return noun.head.i == preposition.i and any(c.dep_ in SUBJECTS for c in verb.lefts)


def _reworded(one: Opening) -> Doc:
    plain = PLAIN[one.end - one.start]
    said = plain if one.start == 0 else map(str.lower, plain)
    return in_other_words(one.sentence, dict(enumerate(said, one.start)))


def _with_readings(block: Doc, tried: Sequence[tuple[Opening, Doc]]) -> Doc:
    good = [(one, read) for one, read in tried if _hangs_on_verb(one, read)]
    return _read_as(block, good) if good else block


def _hangs_on_verb(one: Opening, read: Doc) -> bool:
    last = read[one.end - 1]
    verb: Token | None = last.head
    if last.dep_ not in (WHEN, LATER) or len(list(read.sents)) > 1:
        return False
    if last.head.i < one.start:  # "told reporters on Friday Kenya would leave"
        verb = next((c for c in last.head.rights if c.dep_ == SAID and c.i >= one.end), None)
    return verb is not None and any(c.dep_ in SUBJECTS and c.i >= one.end for c in verb.lefts)


def _read_as(block: Doc, chosen: Sequence[tuple[Opening, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns = Reread(block)
    for one, read in chosen:
        first = one.sentence.start
        columns.take(one.sentence, read)
        start, end = first + one.start, first + one.end
        columns.keep_words(start, end)
        within = one.start and one.sentence[one.start].text == PART_OF  # "the early hours of Monday"
        over = one.start - 1 if within else read[one.end - 1].head.i
        columns.hang(start, "prep", over - one.start)
        columns.hang(end - 1, LED, start - end + 1)
        for i in range(start + 1, end - 1):
            columns.hang(i, "compound", end - 1 - i)
    return columns.done()
