"""Meetings that the parser hangs on a word inside what was said there, and other words that stay where they are."""

import pytest
from spacy.language import Language

from detente.reading.repairs.clauses.gerunds import repair_gerunds
from detente.reading.repairs.clauses.held_to_account import raise_blamed
from detente.reading.repairs.phrases.at_talks import repair_agreed_at, repair_at_talks, repair_in_calls
from detente.reading.repairs.words.false_roots import repair_false_roots
from detente.reading.repairs.words.headline_words import repair_said_to_come
from detente.reading.syntax import parse

GATHERINGS = ("talk", "talks", "meeting")


@pytest.mark.parametrize(
    ("sentence", "mark", "above"),
    [
        ("Kenya's premier stressed the urgency of reforms at talks with Uganda's king.", "at", "stressed"),
        ("Kenya's premier stressed the urgency of reforms at schools in Uganda.", "at", "reforms"),
        ("They agreed after eight hours of talks with Kenya.", "of", "hours"),
    ],
)
def test_what_is_said_at_talks_is_said_there(sentence: str, mark: str, above: str, nlp: Language) -> None:
    doc = repair_at_talks(parse(sentence, nlp), GATHERINGS, ())
    assert [t.head.text for t in doc if t.text == mark][-1] == above


@pytest.mark.parametrize(
    ("sentence", "above"),
    [
        ("Kenya's premier apologised to Uganda's king for the incident in a telephone call.", "apologised"),
        ("Chad's envoy thanked Mali's premier for sending rescue teams in a phone call.", "thanked"),
        ("Chad's envoy warned Mali's premier against a blockade in a phone call on Sunday.", "warned"),
        ("Chad sold Mali shares in a telephone firm.", "sold"),
    ],
)
def test_what_is_said_in_a_call_is_said_there(sentence: str, above: str, nlp: Language) -> None:
    doc = repair_in_calls(parse(sentence, nlp), ("call",), ("phone", "telephone"))
    assert [t.head.text for t in doc if t.text == "in"][-1] == above


@pytest.mark.parametrize(
    ("sentence", "root"),
    [
        ("The premier consulted by phone with Kenya's president.", "consulted"),
        ("The firm trusted by phone makers", "firm"),
    ],
)
def test_nobody_is_consulted_by_a_telephone(sentence: str, root: str, nlp: Language) -> None:
    doc = repair_false_roots(parse(sentence, nlp), ("phone", "telephone"))
    assert next(t.text for t in doc if t.head is t) == root


def test_a_participle_that_opens_a_sentence_is_no_noun(nlp: Language) -> None:
    doc = parse("Echoing calls by Uganda, Kenya urged Chad to free the envoy.", nlp)
    assert repair_gerunds(doc, (), (), {"echo"})[0].tag_ == "VBG"


def test_blame_is_laid_on_whom_the_verb_says(nlp: Language) -> None:
    doc = parse("Ghana's president pinned the blame for the unrest on Chad.", nlp)
    mark = next(t for t in doc if t.text == "on")
    raise_blamed(mark, frozenset({"blame"}))
    assert mark.head.text == "pinned"


@pytest.mark.parametrize(
    ("headline", "root", "doer"),
    [
        ("Leaders of Chad and Niger to meet Friday, minister says", "says", "Leaders"),
        ("U.S. president to visit Brazil next week, official says", "says", "president"),
        ("Turkey to buy missiles, president says", "says", "Turkey"),
    ],
)
def test_who_will_do_it_is_no_object_of_who_says_so(
    headline: str, root: str, doer: str, nlp: Language
) -> None:
    doc = parse(headline, nlp)
    repair_said_to_come(doc, {"say"}, {"plan"})
    deed = next(t for t in doc if t.dep_ == "ccomp")
    assert deed.head.text == root
    assert next(c.text for c in deed.lefts if c.dep_ == "nsubj") == doer


def test_a_plan_that_is_told_of_does_nothing(nlp: Language) -> None:
    doc = parse("Plan to visit Chad, minister says", nlp)
    before = [t.dep_ for t in doc]
    repair_said_to_come(doc, {"say"}, {"plan"})
    assert [t.dep_ for t in doc] == before


@pytest.mark.parametrize(
    ("sentence", "mark", "above"),
    [
        ("Kenya and Chad agreed to reopen a border crossing at talks in Mali on Tuesday.", "at", "agreed"),
        ("Kenya and Chad agreed to reopen a border crossing at talks in Mali on Tuesday.", "on", "talks"),
        ("The leaders of Kenya and Chad vowed to boost trade during a meeting on Monday.", "during", "vowed"),
        ("Kenya pledged to pay the cost of a dam in Chad at a meeting on Monday.", "at", "pledged"),
        ("Kenya and Chad agreed to discuss the border at talks in Mali on Tuesday.", "at", "discuss"),
        ("Kenya and Chad will agree to reopen the border at talks in Mali on Tuesday.", "at", "reopen"),
        ("Kenya and Chad agreed to reopen the border at the next meeting.", "at", "reopen"),
    ],
)
def test_what_is_agreed_at_talks_is_agreed_there(sentence: str, mark: str, above: str, nlp: Language) -> None:
    doc = repair_agreed_at(
        parse(sentence, nlp), ("agree", "vow", "pledge"), (*GATHERINGS, "summit"), ("discuss",)
    )
    assert [t.head.text for t in doc if t.text == mark][-1] == above
