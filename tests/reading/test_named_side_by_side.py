"""Headlines with two names side by side: which word is their verb, and what it is done to."""

import pytest
from spacy.language import Language

from detente.reading.repairs.names.named_side_by_side import repair_named_side_by_side
from detente.reading.syntax import parse

VERBS = frozenset({"scrap", "delay", "resume"})

MENDED = [
    ("U.S., South Korea scrap autumn drills in gesture to North", "scrap", "drills"),
    ("Turkey, Greece scrap spring talks in Athens", "scrap", "talks"),
    ("Turkey, Greece resume border patrols after truce", "resume", "patrols"),
]
LEFT = [
    "Turkey, Greece trade war deepens",
    "Turkey, Greece and Cyprus scrap metal dealers meet.",
    "Moscow, open to talks, waits",
]


@pytest.mark.parametrize(("sentence", "verb", "target"), MENDED)
def test_verb_after_two_names(sentence: str, verb: str, target: str, nlp: Language) -> None:
    doc = repair_named_side_by_side(parse(sentence, nlp), VERBS)
    found = next(t for t in doc if t.text == verb)
    assert found.dep_ == "ROOT"
    assert next(c.text for c in found.children if c.dep_ == "dobj") == target
    assert any(c.dep_ == "nsubj" and c.i < found.i for c in found.children)


@pytest.mark.parametrize("sentence", LEFT)
def test_nothing_is_changed(sentence: str, nlp: Language) -> None:
    before = [(t.dep_, t.head.i) for t in parse(sentence, nlp)]
    doc = repair_named_side_by_side(parse(sentence, nlp), VERBS)
    assert [(t.dep_, t.head.i) for t in doc] == before
