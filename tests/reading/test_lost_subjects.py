"""Finite verbs given the subject that the parser hung elsewhere."""

import pytest
from spacy.language import Language

from detente.reading.repairs.subjects.lost_subjects import repair_lost_subjects
from detente.reading.syntax import parse

CASES = [
    (
        "Five people are injured when a roadside bomb targets a police vehicle in Quetta, Pakistan.",
        "targets",
        "bomb",
    ),
    ("Norway hits back: rejects the Russian offer", "rejects", "Norway"),
    ("A Tunisian stabs three people in Nice.", "stabs", "Tunisian"),
    ("Nine are hurt when a roadside bomb hits a police van in Quetta.", "hits", "bomb"),
]


@pytest.mark.parametrize(("sentence", "verb", "subject"), CASES)
def test_who_acts(sentence: str, verb: str, subject: str, nlp: Language) -> None:
    doc = repair_lost_subjects(parse(sentence, nlp), {"police"})
    token = next(t for t in doc if t.text == verb)
    clause = token.head if token.dep_ == "conj" else token
    assert [t.text for t in clause.lefts if t.dep_ == "nsubj"] == [subject]
