"""Days and towns behind who brokers a thing, or behind what is proposed, and those that stay where they are."""

import pytest
from spacy.language import Language

from detente.reading.repairs.agents.between import repair_agreed_with
from detente.reading.repairs.phrases.outer_days import repair_answered, repair_brokered
from detente.reading.syntax import parse

BROKERING, MEETING = ("hosted", "brokered", "mediated"), ("hold", "sign", "resume")
DAYS = ("monday", "thursday", "week")


@pytest.mark.parametrize(
    ("sentence", "mark", "above"),
    [
        ("Kenya and Chad held talks hosted by Saudi Arabia in Jeddah on Thursday.", "on", "held"),
        ("Kenya and Chad held talks hosted by Saudi Arabia in Jeddah on Thursday.", "in", "talks"),
        ("Kenya and Chad signed a treaty brokered by Ghana and Togo on Monday.", "on", "signed"),
        ("Kenya and Chad will resume talks mediated by Ghana in Accra next week.", "week", "resume"),
        ("Kenya broke a truce brokered by Ghana on Monday.", "on", "brokered"),
    ],
)
def test_what_is_brokered_is_held_then_and_there(sentence: str, mark: str, above: str, nlp: Language) -> None:
    doc = repair_brokered(parse(sentence, nlp), BROKERING, MEETING, DAYS)
    assert next(t.head.text for t in doc if t.text == mark) == above


@pytest.mark.parametrize(
    ("sentence", "above"),
    [
        ("Kenya rejected a French proposal for an international conference on Monday.", "rejected"),
        ("Kenya turned down a Malian plan for a truce on Monday.", "turned"),
        ("Kenya put forward a plan for a conference on Monday.", "conference"),
        ("Kenya will reject a proposal for a conference on Monday.", "conference"),
        ("Kenya rejected a proposal for a conference on fishing.", "conference"),
    ],
)
def test_what_is_proposed_is_answered_on_the_day(sentence: str, above: str, nlp: Language) -> None:
    doc = repair_answered(parse(sentence, nlp), ("reject", "turn down"), ("proposal", "plan"), DAYS)
    assert next(t.head.text for t in doc if t.text == "on") == above


@pytest.mark.parametrize(
    ("sentence", "above"),
    [
        ("Kenya agreed with Chad to reopen the border.", "Kenya"),
        ("Kenya has agreed with Chad on Monday to swap two pilots for a spy.", "Kenya"),
        ("Kenya agreed with Chad on the border.", "with"),
        ("Kenya agreed to reopen the border with Chad.", "with"),
        ("Kenya urged Ghana to trade with Chad.", "with"),
    ],
)
def test_who_agrees_with_another_does_it_with_him(sentence: str, above: str, nlp: Language) -> None:
    doc = repair_agreed_with(parse(sentence, nlp), frozenset({"agree"}))
    assert next(t.head.text for t in doc if t.text == "Chad") == above
