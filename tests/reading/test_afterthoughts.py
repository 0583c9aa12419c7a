"""What a comma adds to a whole clause, and objects that stand behind a comma all the same."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.afterthoughts import repair_afterthoughts
from detente.reading.syntax import parse

CASES = [
    ("The Kenyan premier travels to Chad for talks, his second visit this year.", "visit", "talks"),
    (
        "The Kenyan premier arrives in Oslo for a state visit, his first overseas trip since 2020.",
        "trip",
        "visit",
    ),
    (
        "The Kenyan president appealed for calm in Chad, the release of jailed protesters and fresh elections.",
        "release",
        "appealed",
    ),
    ("Kenya signed a treaty in Oslo.", "treaty", "signed"),
]


@pytest.mark.parametrize(("sentence", "word", "above"), CASES)
def test_the_noun_hangs_where_it_belongs(sentence: str, word: str, above: str, nlp: Language) -> None:
    doc = repair_afterthoughts(parse(sentence, nlp))
    assert next(t.head.text for t in doc if t.text == word) == above
