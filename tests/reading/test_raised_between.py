"""Whose "between" it is: that of talks on a matter, and not of the matter; of a war it stays."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.between import raise_between
from detente.reading.syntax import parse

CASES = [
    ("Talks on a prisoner swap between Yemen and Oman have resumed.", "Talks"),
    ("Talks on the war between Yemen and Oman have resumed.", "war"),
]


@pytest.mark.parametrize(("sentence", "head"), CASES)
def test_what_between_belongs_to(sentence: str, head: str, nlp: Language) -> None:
    doc = parse(sentence, nlp)
    between = next(t for t in doc if t.lower_ == "between")
    raise_between(between, {"talk"}, {"war"})
    assert between.head.text == head
