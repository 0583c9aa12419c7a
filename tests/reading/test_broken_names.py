"""Names that the parser hangs word by word on the verb are one name; days and lists are left alone."""

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Itamar Ben-Gvir accused Norway of violating the agreement.", "Itamar", "Gvir"),
        ("Ahmed al-Sharaa accused Norway of violating the agreement.", "Ahmed", "Sharaa"),
        ("Islamic State – West Africa Province attacked a village in Mali.", "State", "Province"),
    ],
)
def test_words_of_a_name_hang_together(sentence: str, first: str, last: str, coder: Coder) -> None:
    doc = coder.layers(Document(text=sentence, published="2025-02-12"))["doc"]
    named = next(t for t in doc if t.text == last)
    assert named.dep_ == "nsubj"
    assert next(t for t in doc if t.text == first) in list(named.subtree)


@pytest.mark.parametrize(
    ("sentence", "apart"),
    [("Greece, Turkey clash over islands.", "Greece"), ("On Monday Kenya accused Mali of lying.", "Monday")],
)
def test_what_is_no_part_of_a_name_stays_apart(sentence: str, apart: str, coder: Coder) -> None:
    doc = coder.layers(Document(text=sentence, published="2025-02-12"))["doc"]
    assert next(t for t in doc if t.text == apart).dep_ != "compound"
