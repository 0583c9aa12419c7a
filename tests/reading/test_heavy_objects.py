"""Objects that the parser hangs on a preposition."""

import pytest
from spacy.language import Language

from detente.reading.repairs.phrases.displaced import repair_heavy_objects
from detente.reading.syntax import parse


@pytest.mark.parametrize(
    ("sentence", "verb", "target"),
    [
        ("Germany handed over to Prague hundreds of secret police files.", "handed", "hundreds"),
        ("Iran let two American hikers out of prison.", "let", "hikers"),
    ],
)
def test_the_object_is_the_verbs(sentence: str, verb: str, target: str, nlp: Language) -> None:
    doc = repair_heavy_objects(parse(sentence, nlp))
    token = next(t for t in doc if t.text == verb)
    assert target in [c.text for c in token.children if c.dep_ == "dobj"]
