"""The second side of "between" and what is halted, where the parser puts them elsewhere."""

import pytest
from spacy.language import Language

from detente.knowledge.files import BUILT_IN
from detente.knowledge.grammar import load_grammar
from detente.reading.repairs.phrases.misjoined import repair_joins
from detente.reading.syntax import parse

GRAMMAR = load_grammar((BUILT_IN,))

SECOND_SIDES = [
    ("Talks between the government of Mali and the jihadist group JNIM began.", "group", "government"),
    ("Clashes between the army of Chad and fighters from Sudan killed ten.", "fighters", "army"),
    ("Clashes between farmers and herders of Chad and Sudan killed ten.", "Sudan", "Chad"),
    ("The call between the president and the premier lasted an hour.", "premier", "president"),
]
HALTED = [
    ("Australia orders a halt to trade with Iran.", "trade"),
    ("Australia orders a halt to air strikes against Iran.", "strikes"),
    ("Norway demands an end to support for rebels.", "support"),
]
JOINED_AFTER = [
    (
        "Chadians demand the release of a jailed singer and the resignation of the premier.",
        "resignation",
        "release",
    ),
    ("Seven people are killed in an Israeli raid and airstrikes on Tyre, Lebanon.", "airstrikes", "raid"),
    ("The king of Spain and the queen of Tonga met.", "queen", "king"),
]
NOTHING_HALTED = [
    ("Norway has the means to support rebels.", "support"),
    ("They stop to trade with locals.", "trade"),
]


@pytest.mark.parametrize(("sentence", "second", "first"), SECOND_SIDES)
def test_the_second_side_is_listed_with_the_first(
    sentence: str, second: str, first: str, nlp: Language
) -> None:
    doc = repair_joins(parse(sentence, nlp), GRAMMAR)
    token = next(t for t in doc if t.text == second)
    assert (token.dep_, token.head.text) == ("conj", first)


@pytest.mark.parametrize(("sentence", "second", "first"), JOINED_AFTER)
def test_a_noun_is_joined_to_no_person_and_no_verb(
    sentence: str, second: str, first: str, nlp: Language
) -> None:
    doc = repair_joins(parse(sentence, nlp), GRAMMAR, frozenset({"release", "resignation"}))
    token = next(t for t in doc if t.text == second)
    assert (token.dep_, token.head.text) == ("conj", first)


@pytest.mark.parametrize(("sentence", "noun"), HALTED)
def test_what_is_halted_is_a_noun(sentence: str, noun: str, nlp: Language) -> None:
    token = next(t for t in repair_joins(parse(sentence, nlp), GRAMMAR) if t.text == noun)
    assert (token.pos_, token.dep_, token.head.text) == ("NOUN", "pobj", "to")


@pytest.mark.parametrize(("sentence", "verb"), NOTHING_HALTED)
def test_an_infinitive_stays_one(sentence: str, verb: str, nlp: Language) -> None:
    token = next(t for t in repair_joins(parse(sentence, nlp), GRAMMAR) if t.text == verb)
    assert token.pos_ == "VERB"


def test_no_day_does_what_a_raid_does(nlp: Language) -> None:
    sentence = "In response to a drone attack the previous day that injured 50 Israeli civilians, Israel bombs Sanaa."
    token = next(t for t in repair_joins(parse(sentence, nlp), GRAMMAR) if t.text == "injured")
    assert token.head.text == "attack"


def test_the_reason_is_the_bans(nlp: Language) -> None:
    sentence = "Poland bars a Moldovan politician from entering its territory for helping rebels."
    token = next(t for t in repair_joins(parse(sentence, nlp), GRAMMAR) if t.text == "for")
    assert token.head.text == "bars"


CLAUSES = [
    (
        "Sudan blames Israel for an explosion at a factory in Khartoum, which killed two people.",
        "killed",
        "explosion",
    ),
    ("Hamas sends gunmen into southern Israel, who kill farmers.", "kill", "gunmen"),
    ("The king lives in Israel, which borders Jordan.", "borders", "Israel"),
]


@pytest.mark.parametrize(("sentence", "verb", "noun"), CLAUSES)
def test_no_town_does_what_a_blast_or_people_do(sentence: str, verb: str, noun: str, nlp: Language) -> None:
    token = next(t for t in repair_joins(parse(sentence, nlp), GRAMMAR) if t.text == verb)
    assert token.head.text == noun
