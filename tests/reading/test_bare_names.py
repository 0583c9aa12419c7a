"""Names that the parser takes for times: they are given back to the verb that they stand beside."""

import pytest
from spacy.language import Language

from detente.reading.repairs.names.broken_names import repair_bare_names
from detente.reading.syntax import parse

VERBS, DAYS = frozenset({"shell", "condemn", "attack", "visit"}), frozenset({"monday", "tuesday"})

CASES = [
    ("Graustark shelled Omdurman on Monday.", "dobj", "Omdurman"),
    ("Graustark shelled Sicily on Monday.", "dobj", "Sicily"),
    ("Lammy condemned Graustark on Monday.", "nsubj", "Lammy"),
    ("The president visited Tuesday.", "npadvmod", "Tuesday"),
]


@pytest.mark.parametrize(("sentence", "relation", "name"), CASES)
def test_the_name_is_an_argument_and_a_day_is_none(
    sentence: str, relation: str, name: str, nlp: Language
) -> None:
    doc = repair_bare_names(parse(sentence, nlp), VERBS, DAYS)
    assert next(t for t in doc if t.text == name).dep_ == relation
