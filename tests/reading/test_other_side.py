"""Misreadings that hide the second of two states: where things go, what is shared, who goes on, what "those" are."""

from collections import defaultdict

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.standing_by import repair_standing_by
from detente.reading.repairs.clauses.reduced import repair_reduced
from detente.reading.repairs.clauses.relatives import repair_relatives
from detente.reading.repairs.phrases.particles import repair_stranded
from detente.reading.repairs.phrases.places import repair_taken_there
from detente.reading.repairs.subjects.said_between import repair_said_between
from detente.reading.repairs.words.standing_for import repair_standing_for
from detente.reading.syntax import parse
from detente.reading.tokens import Doc

CASES = [
    ("Norway will deliver 18 guns bought from Chile to Kenya.", "to", "deliver"),
    ("Kenya's king leads a delegation that includes Uganda to Burundi.", "to", "leads"),
    ("Norway detained a man extradited from Chile to Kenya.", "to", "extradited"),
    ("Chile imposes sanctions on and expels three Kenyan diplomats.", "on", "sanctions"),
    ("Kenya's army says that Chadian missiles fired from Niger hit targets near Nairobi.", "missiles", "hit"),
    ("Chadian hackers attack the servers of a bank, Berlin says, and recalls its envoy.", "recalls", "says"),
    ("Chad signs a pact with Norway that gives its forces three ports.", "gives", "pact"),
    ("Kenya rejected claims by a newspaper that Chad supplies arms to rebels.", "supplies", "claims"),
    ("Kenya is examining claims by a rights group that Chad spied on exiles.", "spied", "claims"),
    ("Niger rejects claims by a group that supports Chad.", "supports", "group"),
]
STANDING = [
    ("Nauru establishes relations with Chad and severs those with Niger.", "those", "relation"),
    ("Chad closed its embassy in Oslo and opened one in Kigali.", "one", "embassy"),
    ("Chad met envoys of Niger and praised those of them who stayed.", "those", "those"),
]


def read(sentence: str, nlp: Language) -> Doc:
    """The sentence with these repairs alone."""
    doc = repair_reduced(parse(sentence, nlp), frozenset(), frozenset())
    doc = repair_stranded(doc, frozenset({"sanction"}))
    doc = repair_taken_there(doc, {"deliver", "lead"}, {"include"})
    doc = repair_said_between(doc)
    words = {"treaties": frozenset({"pact"}), "nouns of content": frozenset({"claim"})}
    doc = repair_relatives(doc, defaultdict(frozenset, words))
    return repair_standing_for(doc)


@pytest.mark.parametrize(("sentence", "word", "head"), CASES)
def test_what_a_word_belongs_to(sentence: str, word: str, head: str, nlp: Language) -> None:
    doc = read(sentence, nlp)
    assert next(t.head.text for t in doc if t.text == word) == head


@pytest.mark.parametrize(("sentence", "word", "lemma"), STANDING)
def test_which_noun_a_word_stands_for(sentence: str, word: str, lemma: str, nlp: Language) -> None:
    doc = read(sentence, nlp)
    assert next(t.lemma_ for t in doc if t.text == word) == lemma


def test_only_what_stands_behind_with_stands_by(nlp: Language) -> None:
    """After a change all words that follow are looked at, and other prepositions stay what they are."""
    text = "Kenya held talks with Chad mediating, and Niger spoke in Oslo as host of the summit."
    doc = repair_standing_by(parse(text, nlp), {"host"}, {"mediating"})
    assert {t.text: t.dep_ for t in doc if t.text in ("with", "in")} == {"with": "dep", "in": "prep"}
