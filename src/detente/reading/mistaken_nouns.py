"""Parsed blocks in, the same with rare nouns that the parser took for other words read anew out.

"Ruritanian commandos seize a tanker": of rare nouns the parser may make verbs, or names where a sentence begins with
them, and of "the Ruritanian junta lifts curbs" an adjective. Where it does, the sentence is read once more with a
common noun in the place of the rare one; where that gives a noun, the second reading is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.second_reading import Forms, Reading, Reread, in_other_words
from detente.reading.shapes import NAMES

PLURAL, SINGULAR, NAME, ADJECTIVE = "NNS", "NN", "NNP", "JJ"
DOING = "ing"  # "the junta ruling Sylvania", where a noun would be read into one name with what follows
COMMON = {PLURAL: "soldiers", SINGULAR: "government", NAME: "Smith"}  # read in the place of a rare one
BODY = "NATO"  # in that of a name in capitals
NOUNS = NAMES | {"NN", "NNS"}


class Mistaken(NamedTuple):
    """A sentence and the places in it of the nouns that are read as something else."""

    sentence: Span
    at: dict[int, str]  # with the tag that each should have
    name: str = COMMON[NAME]  # what is read in the place of a name


def with_common_nouns(plurals: Collection[str], singulars: Collection[str] = ()) -> Reading[Mistaken]:
    """Sentences in which one of these nouns is none, with common ones in their place."""
    ids = {
        get_string_id(noun.split()[-1]): tag
        for tag, nouns in ((PLURAL, plurals), (SINGULAR, singulars))
        for noun in nouns
    }
    behind: dict[str, set[str]] = {}
    for before, noun in (entry.split() for entry in plurals if " " in entry):
        behind.setdefault(noun, set()).add(before)
    return with_common_words(lambda block, forms: _misread(block, forms, ids, behind))


def with_common_words(marks: Callable[[Doc, Forms], Iterable[Mistaken]]) -> Reading[Mistaken]:
    """What is marked so, with a common word in the place of each rare one."""
    return Reading(marks=marks, reworded=_with_common, chosen=_with_readings)


def _misread(
    block: Doc, forms: Forms, nouns: Mapping[int, str], behind: Mapping[str, Collection[str]]
) -> Iterator[Mistaken]:
    """behind: of nouns that are none but behind some words ("defence attaches") those words."""
    if nouns.keys().isdisjoint(forms.small):
        return
    places = {i: nouns[word] for i, word in enumerate(forms.small) if word in nouns and _is_misread(block[i])}
    places = {i: tag for i, tag in places.items() if not i or _may_stand(block[i], behind)}
    for sentence in block.sents if places else ():
        mine = {i - sentence.start: tag for i, tag in places.items() if sentence.start <= i < sentence.end}
        if mine:
            yield Mistaken(sentence, mine)


def _may_stand(token: Token, behind: Mapping[str, Collection[str]]) -> bool:
    words = behind.get(token.lower_)
    return words is None or token.nbor(-1).lower_ in words


def _is_misread(token: Token) -> bool:
    """As no noun, or where a sentence begins with it as a name."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if token.tag_ not in NOUNS:
        return token.tag_ != ADJECTIVE or not any(t.lower_.endswith(DOING) for t in behind)
    opening = bool(token.is_sent_start) and token.tag_ in NAMES and token.text[1:].islower()
    return opening and not any(t.tag_ in NAMES for t in behind)  # "Marines Corps" is a name


def _with_common(one: Mistaken) -> Doc:
    return in_other_words(one.sentence, {i: _common(one, i) for i in one.at})


def _common(one: Mistaken, i: int) -> str:
    if one.at[i] != NAME:
        return COMMON[one.at[i]]
    return BODY if one.sentence[i].is_upper else one.name


def _with_readings(block: Doc, tried: Sequence[tuple[Mistaken, Doc]]) -> Doc:
    good = [
        (one, read)
        for one, read in tried
        if all(_is_read_as(read[i], tag) for i, tag in one.at.items()) and len(list(read.sents)) == 1
    ]
    return _read_as(block, good) if good else block


def _is_read_as(token: Token, tag: str) -> bool:
    return token.tag_ in NAMES if tag == NAME else token.tag_ == tag


def _read_as(block: Doc, chosen: Sequence[tuple[Mistaken, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns = Reread(block)
    for one, read in chosen:
        columns.take(one.sentence, read)
        for i, tag in one.at.items():
            word = one.sentence[i].text if tag == NAME else one.sentence[i].lower_
            columns.call(one.sentence.start + i, LEMMA=_lemma(word, tag))
    return columns.done()


def _lemma(word: str, tag: str) -> str:
    if tag in (SINGULAR, NAME):
        return word
    return f"{word.removesuffix('men')}man" if word.endswith("men") else word.removesuffix("s")
