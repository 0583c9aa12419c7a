"""What a reward is for, and what is set on fire."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.made_so import repair_set_alight
from detente.reading.repairs.phrases.leading_to import repair_leading_to
from detente.reading.syntax import parse

CASES = [
    ("Norway raises its reward for information leading to the arrest of Otto Horn.", "arrest", "for"),
    ("Norway raises its reward for information on the arrest of Otto Horn.", "information", "for"),
    ("Israeli F-15s set fuel tanks ablaze at the port of Hodeidah, Yemen.", "tanks", "set"),
    ("Rioters set the Italian consulate ablaze in Benghazi.", "consulate", "set"),
    ("Crowds set tyres alight outside the French embassy in Bamako.", "outside", "set"),
]


@pytest.mark.parametrize(("sentence", "word", "head"), CASES)
def test_what_a_word_belongs_to(sentence: str, word: str, head: str, nlp: Language) -> None:
    doc = repair_leading_to(parse(sentence, nlp), {"information"})
    doc = repair_set_alight(doc, frozenset({"set ablaze", "set alight"}), frozenset({"ablaze", "alight"}))
    assert next(t.head.text for t in doc if t.text == word) == head
