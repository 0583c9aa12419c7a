"""Sentences without a subject, since whoever writes tells of himself."""

import pytest
from spacy.language import Language

from detente.reading.elided import elided_in
from detente.reading.syntax import parse

CASES = [
    ("Met with the premier of Peru today.", "Met"),
    ("Thanked her for the help of Peru.", "Thanked"),
    ("Looking forward to welcoming the premier in Lima.", "Looking"),
    ("Good call today with the premier of Peru.", "call"),
    ("Great to meet the premier of Peru.", "meet"),
    ("The premier met her.", None),
    ("Killed in a raid by soldiers.", None),
    ("Stop the war.", None),
    ("Talks with Peru", None),
]


@pytest.mark.parametrize(("sentence", "word"), CASES)
def test_the_word_is_found_that_lacks_its_subject(sentence: str, word: str | None, nlp: Language) -> None:
    found = elided_in(next(iter(parse(sentence, nlp).sents)))
    assert (found and found.word.text) == word
