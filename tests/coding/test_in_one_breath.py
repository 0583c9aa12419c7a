"""What one side says to another in one breath is told once; what is said to others, by others or on its own is not."""

from __future__ import annotations

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
ONCE = [
    ("Ruritania accused Sylvania of shelling a school and blamed it for nine deaths.", "accusation"),
    (
        "Ruritania accused Sylvania of a raid, adding that it would hold Klausenburg responsible.",
        "accusation",
    ),
    ("Ruritania voiced concern over the arrests and criticised Sylvania for them.", "criticism"),
    ("Ruritania called on Sylvania to halt its tests and demanded that it free two men.", "appeal"),
    ("Ruritania warned Sylvania on Monday and threatened it with sanctions.", "threat of sanctions"),
    ("Ruritania warned Sylvania on Monday, saying that all options were on the table.", "warning"),
    ("Ruritania rejected the charge and denied that its ships had entered Sylvanian waters.", "rejection"),
]
TWICE = [
    "Ruritania accused Sylvania of a raid and blamed Graustark for the fire.",
    "Ruritania warned Sylvania and urged it to withdraw its troops.",
    "Ruritania called for calm and urged Sylvania to withdraw its troops.",
]
MET_ONCE = [
    "Ruritania's king met Sylvania's president on Monday, an aide with knowledge of the talks said.",
    "The foreign ministers of Ruritania and Sylvania held talks on Monday and said at the meeting that trade had grown.",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


@pytest.mark.parametrize(("text", "kind"), ONCE)
def test_said_in_one_breath(text: str, kind: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert [e.kind for e in events if e.type in SAID] == [kind]


@pytest.mark.parametrize("text", TWICE)
def test_two_words(text: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert len([e for e in events if e.type in SAID]) == 2


@pytest.mark.parametrize("text", MET_ONCE)
def test_the_talks_are_those_of_the_sentence(text: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert [e.type for e in events] == ["CONSULT"]


def test_talks_after_a_meeting_are_others(coder: Coder) -> None:
    text = "Ruritania's king met Sylvania's president on Monday before the talks on fish began."
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert len(events) == 2


def test_what_a_war_is_carried_on_for_is_told_by_it(coder: Coder) -> None:
    text = "Sylvanian troops continued their war on Graustark to retake Edelweiss."
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert [e.kind for e in events] == ["fighting"]


def test_what_is_worked_towards_is_what_was_agreed(coder: Coder) -> None:
    text = "Ruritania and Sylvania agreed on Monday to keep working towards settling their dispute."
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert [e.status for e in events] == ["occurred"]
