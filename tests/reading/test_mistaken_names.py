"""Names that are words too, and that the parser takes for verbs or adverbs in running text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.syntax import parse_blocks

ReadAgain = Callable[[Sequence[Doc]], Sequence[Doc]]


@pytest.mark.parametrize(
    ("sentence", "name", "label"),
    [
        ("Sheinbaum spoke to Trump by phone on Tuesday.", "Trump", "pobj"),
        ("Starmer talked to Trump about Gaza.", "Trump", "pobj"),
        ("Trump and Macron met in Berlin on Sunday.", "Trump", "nsubj"),
        ("Macron and Merz met in Berlin on Sunday.", "Macron", "nsubj"),
        ("Macron, Merz and Starmer spoke by phone on Sunday.", "Macron", "nsubj"),
    ],
)
def test_a_known_name_is_no_verb_and_no_adverb(
    sentence: str, name: str, label: str, nlp: Language, read_again: ReadAgain
) -> None:
    (block,) = read_again(parse_blocks(sentence, nlp))
    token = next(t for t in block if t.text == name)
    assert (token.tag_, token.dep_) == ("NNP", label)


def test_a_verb_in_small_letters_stays(nlp: Language, read_again: ReadAgain) -> None:
    (block,) = read_again(parse_blocks("The premier wanted to trump his rival by all means.", nlp))
    assert [t.tag_ for t in block if t.text == "trump"] == ["VB"]
