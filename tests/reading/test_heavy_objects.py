"""Objects that the parser hangs on a preposition."""

import pytest
from spacy.language import Language

from detente.reading.repairs.phrases.displaced import repair_called_first, repair_heavy_objects
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


@pytest.mark.parametrize(
    ("sentence", "verb", "target"),
    [
        ("Eritrea dismissed as fabricated a claim that it was arming militias.", "dismissed", "claim"),
        ("Seoul described as misguided a Chinese decision to ban its films.", "described", "decision"),
        ("Cuba called false a US claim that it sends soldiers to Russia.", "called", "claim"),
    ],
)
def test_what_is_called_so_is_the_verbs_object(sentence: str, verb: str, target: str, nlp: Language) -> None:
    doc = repair_called_first(parse(sentence, nlp))
    token = next(t for t in doc if t.text == verb)
    assert target in [c.text for c in token.children if c.dep_ == "dobj"]


@pytest.mark.parametrize(
    "sentence",
    ["The king left as soon as he had signed the treaty.", "He came home tired a week later."],
)
def test_what_is_no_object_stays(sentence: str, nlp: Language) -> None:
    before = [(t.dep_, t.head.i) for t in parse(sentence, nlp)]
    assert [(t.dep_, t.head.i) for t in repair_called_first(parse(sentence, nlp))] == before
