"""Misreadings of the present tense in reports of violence: who or what the verb's subject and object are."""

import pytest
from spacy.language import Language

from detente.reading.repairs.names.with_lands import repair_lands_after_places
from detente.reading.repairs.words.misread import repair_present_tense
from detente.reading.syntax import parse

VERBS, NOUNS = frozenset({"kill", "shoot down", "fire"}), frozenset({"shelling"})

CASES = [
    ("An airstrike in Idlib, Syria kills nine people.", "kills", "airstrike", "people"),
    ("Gunmen in Kano, Nigeria kill 12 people.", "kill", "Gunmen", "people"),
    ("Ukraine shoots down 34 of 40 Russian drones overnight.", "shoots", "Ukraine", "drones"),
]


@pytest.mark.parametrize(("sentence", "verb", "subject", "target"), CASES)
def test_who_does_it(sentence: str, verb: str, subject: str, target: str, nlp: Language) -> None:
    doc = repair_present_tense(
        repair_lands_after_places(parse(sentence, nlp)),
        event_verbs=VERBS,
        event_nouns=NOUNS,
        closing=frozenset(),
    )
    token = next(t for t in doc if t.text == verb)
    assert [c.text for c in token.children if c.dep_ == "nsubj"] == [subject]
    assert target in [c.text for c in token.children if c.dep_ == "dobj"]


def test_a_participle_without_object_is_the_noun(nlp: Language) -> None:
    doc = parse("Two people were killed by shelling in Kherson.", nlp)
    doc = repair_present_tense(doc, event_verbs=VERBS, event_nouns=NOUNS, closing=frozenset())
    assert next(t.pos_ for t in doc if t.text == "shelling") == "NOUN"
