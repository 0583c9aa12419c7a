"""Nouns after "since" are no subjects of what follows, and clauses after it keep theirs."""

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


@pytest.mark.parametrize(
    ("sentence", "noun", "root"),
    [
        ("The first talks since the war will be held on Thursday.", "war", "held"),
        ("The first elections since the coup were won by the left.", "coup", "won"),
        ("The talks broke down after the UK seizure of a Russian freighter.", "seizure", "broke"),
        ("Since the coup in 2009 no elections have been held.", "coup", "held"),
    ],
)
def test_noun_after_since_is_given_back(sentence: str, noun: str, root: str, coder: Coder) -> None:
    doc = coder.layers(Document(text=sentence, published="2013-02-12"))["doc"]
    token = next(t for t in doc if t.text == noun)
    assert token.dep_ == "pobj"
    assert next(t for t in doc if t.dep_ == "ROOT").text == root


@pytest.mark.parametrize(
    "sentence",
    ["Since the war began, nobody in Zenda has slept.", "The worst flood since records began."],
)
def test_clause_after_since_keeps_its_subject(sentence: str, coder: Coder) -> None:
    doc = coder.layers(Document(text=sentence, published="2013-02-12"))["doc"]
    began = next(t for t in doc if t.text == "began")
    assert [c.dep_ for c in began.lefts] == ["mark", "nsubj"]
