"""Parsed blocks in, the same with rare nouns and names that the parser took for other words read anew out.

"Ruritanian commandos seize a tanker": of rare nouns the parser may make verbs, or names where a sentence begins with
them, and of "the Ruritanian junta lifts curbs" an adjective. Where it does, the sentence is read once more with a
common noun in the place of the rare one; where that gives a noun, the second reading is taken. So it is with names that
the parser has never met: "Trump meets Macron", where it makes a pronoun of the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

from detente.reading.second_reading import Forms, Reading, with_columns
from detente.reading.shapes import NAMES

PLURAL, SINGULAR, NAME, ADJECTIVE = "NNS", "NN", "NNP", "JJ"
DOING = "ing"  # "the junta ruling Sylvania", where a noun would be read into one name with what follows
COMMON = {
    PLURAL: "soldiers",
    SINGULAR: "government",
    NAME: "Smith",
}  # what is read in the place of a rare one
ODD = frozenset({"PRP", "XX", "FW", "UH"})  # tags of what a name is taken for
NOUNS = NAMES | {"NN", "NNS"}
OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
SHORTEST = 4  # letters of a name
READ: Final[list[int | str]] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]


class Mistaken(NamedTuple):
    """A sentence and the places in it of the nouns that are read as something else."""

    sentence: Span
    at: dict[int, str]  # with the tag that each should have


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
    return Reading(
        marks=lambda block, forms: _misread(block, forms, ids, behind),
        reworded=_with_common,
        chosen=_with_readings,
    )


def with_common_names(common: Callable[[str], bool]) -> Reading[Mistaken]:
    """Sentences in which a word with a capital that the language does not have is no name, with a common name in its place."""
    return Reading(
        marks=lambda block, _: _unknown_names(block, common), reworded=_with_common, chosen=_with_readings
    )


def _unknown_names(block: Doc, common: Callable[[str], bool]) -> Iterator[Mistaken]:
    places = [t.i for t in block if t.tag_ not in NOUNS and _is_unknown_name(t, common)]
    for sentence in block.sents if places else ():
        mine = {i - sentence.start: NAME for i in places if sentence.start <= i < sentence.end}
        if mine:
            yield Mistaken(sentence, mine)


def _is_unknown_name(token: Token, common: Callable[[str], bool]) -> bool:
    """A capital, small letters behind it, and no word of the language; where the tagger is at a loss, any but pronouns."""
    text = token.text
    if len(text) < SHORTEST or not text.isalpha() or not text[0].isupper() or not text[1:].islower():
        return False
    if token.tag_ == ADJECTIVE and (
        token.dep_ not in OF_NOUNS or any(c.dep_ == "det" for c in token.children)
    ):
        return False  # "a Sylvanian envoy", "a Sylvanian"
    return not common(token.lower_) or (token.tag_ in ODD and not token.is_stop)


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
    words = [COMMON[one.at[i]] if i in one.at else token.text for i, token in enumerate(one.sentence)]
    return Doc(one.sentence.doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in one.sentence])


def _with_readings(block: Doc, tried: Sequence[tuple[Mistaken, Doc]]) -> Doc:
    good = [
        (one, read)
        for one, read in tried
        if all(read[i].tag_ == tag for i, tag in one.at.items()) and len(list(read.sents)) == 1
    ]
    return _read_as(block, good) if good else block


def _read_as(block: Doc, chosen: Sequence[tuple[Mistaken, Doc]]) -> Doc:
    """The block with the words that it has and the second readings of these sentences."""
    columns, strings = block.to_array(READ), block.vocab.strings
    for one, read in chosen:
        start = one.sentence.start
        columns[start : start + len(read)] = read.to_array(READ)
        for i, tag in one.at.items():
            columns[start + i, READ.index("LEMMA")] = strings.add(
                _lemma(one.sentence[i].text if tag == NAME else one.sentence[i].lower_, tag)
            )
    return with_columns(block, READ, columns)


def _lemma(word: str, tag: str) -> str:
    if tag in (SINGULAR, NAME):
        return word
    return f"{word.removesuffix('men')}man" if word.endswith("men") else word.removesuffix("s")
