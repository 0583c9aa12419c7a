"""Nouns that sum up a clause and look like verbs."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.reading.repairs.words.summing import repair_summing_nouns
from detente.reading.syntax import parse

NOUNS = frozenset({"charge", "move"})


@pytest.mark.parametrize(
    ("sentence", "noun", "verb"),
    [
        (
            "Ruritania blamed Sylvania for the raids, charges that Klausenburg has denied.",
            "charges",
            "denied",
        ),
        ("Graustark expelled the Sylvanian envoy, moves that Klausenburg condemned.", "moves", "condemned"),
    ],
)
def test_the_noun_is_what_its_clause_is_about(sentence: str, noun: str, verb: str, nlp: Language) -> None:
    doc = repair_summing_nouns(parse(sentence, nlp), NOUNS)
    token = next(t for t in doc if t.text == noun)
    clause = next(t for t in doc if t.text == verb)
    assert (token.tag_, token.dep_, clause.head) == ("NNS", "appos", token)
    assert [t.text for t in doc if t.dep_ == "ROOT"] == [token.head.text]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy charges that Ruritania broke the pact.",
        "Sylvania, which moves that the vote be put off, has few friends.",
    ],
)
def test_a_verb_with_a_subject_stays_one(sentence: str, nlp: Language) -> None:
    before = [(t.tag_, t.dep_, t.head.i) for t in parse(sentence, nlp)]
    assert [(t.tag_, t.dep_, t.head.i) for t in repair_summing_nouns(parse(sentence, nlp), NOUNS)] == before
