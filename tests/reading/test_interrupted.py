"""The verb of a sentence that an insertion parts from the name that opens it."""

import pytest
from spacy.language import Language

from detente.reading.repairs.names.broken_names import repair_bare_names
from detente.reading.repairs.subjects.interrupted import repair_interrupted
from detente.reading.syntax import parse

CASES = [
    ("Iceland, citing security concerns, imposed sanctions on six companies.", "imposed", "Iceland"),
    ("Brunei for the first time blamed Fijian intelligence for the explosion.", "blamed", "Brunei"),
    ("Croatia, citing unrest, vetoed a plan to return the refugees.", "vetoed", "Croatia"),
    ("Peru in response called on Ecuador to set up a commission.", "called", "Peru"),
    ("Iceland – in a surprise move – imposed sanctions on six companies.", "imposed", "Iceland"),
    ("The government in Kuwait, citing unrest, sealed off the harbour.", "sealed", "government"),
]
OTHERWISE = [
    "Sailors in a boat hit by a ferry on Sunday.",
    "Iceland, known for its sheep.",
    "Clashes in a town taken by rebels.",
]


@pytest.mark.parametrize(("sentence", "verb", "subject"), CASES)
def test_who_opens_the_sentence_does_it(sentence: str, verb: str, subject: str, nlp: Language) -> None:
    doc = repair_bare_names(repair_interrupted(parse(sentence, nlp)), frozenset({"blame"}), {"monday"})
    roots = [token for token in doc if token.dep_ == "ROOT"]
    assert [(root.text, root.tag_) for root in roots] == [(verb, "VBD")]
    assert [c.text for c in roots[0].lefts if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize("sentence", OTHERWISE)
def test_a_heading_without_a_verb_stays(sentence: str, nlp: Language) -> None:
    before = [(token.dep_, token.head.i) for token in parse(sentence, nlp)]
    assert [(token.dep_, token.head.i) for token in repair_interrupted(parse(sentence, nlp))] == before
