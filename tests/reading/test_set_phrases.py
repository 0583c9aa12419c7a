"""What is put on hold or taken into custody, named after the phrase."""

import pytest
from spacy.language import Language

from detente.reading.repairs.words.set_phrases import repair_set_phrases
from detente.reading.syntax import parse

ENTRIES = frozenset({"put on hold", "take into custody", "ask to leave"})
ENDS = frozenset({"hold", "custody", "leave"})

CASES = [
    ("Kenya puts on hold all trade with Uganda.", "trade", "puts"),
    ("Kenyan police take into custody hundreds in Nairobi.", "hundreds", "take"),
    ("Otto Horn is asked to leave the White House.", "House", "leave"),
    ("Kenya put the talks on hold.", "talks", "put"),
]


@pytest.mark.parametrize(("sentence", "word", "above"), CASES)
def test_the_object_hangs_on_the_verb(sentence: str, word: str, above: str, nlp: Language) -> None:
    doc = repair_set_phrases(parse(sentence, nlp), ENTRIES, ENDS)
    assert next(t.head.text for t in doc if t.text == word) == above
