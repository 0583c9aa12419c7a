"""Which mentions of a text are one happening: where a plan was overtaken, what stands is told after it."""

from __future__ import annotations

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

ONE = [
    "Ruritania's king ended a visit to Sylvania on Monday. The trip, originally planned for June, had been put off.",
    "Ruritania and Sylvania held talks on Monday. The talks, originally planned for June, had been delayed by floods.",
]
TWO = [
    "Ruritania's king ended a visit to Sylvania on Monday. A trip planned for December has been put off.",
    "Ruritania's king ended a visit to Sylvania on Monday. The next visit, planned for December, has been put off.",
]
STANDS = [
    (
        "Ruritania's king has put off his trip to Sylvania, and the visit will take place in August.",
        "2013-08",
    ),
    (
        "Sylvania said that the king had put off the trip and that the visit would take place in May.",
        "2013-05",
    ),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


@pytest.mark.parametrize("text", ONE)
def test_what_was_held_late_is_what_was_put_off(text: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2012-09-18")).events
    assert {e.status for e in events} >= {"occurred", "postponed"}
    assert len({e.happening for e in events}) == 1


@pytest.mark.parametrize("text", TWO)
def test_another_one_is_not(text: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2012-09-18")).events
    assert len({e.happening for e in events}) > 1 or len(events) == 1


@pytest.mark.parametrize(("text", "time"), STANDS)
def test_the_plan_that_is_told_after_it_stands(text: str, time: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    given_up = {e.earlier_plan for e in events}
    assert [e.time.value for e in events if e.status == "planned" and e.time and e.id not in given_up] == [
        time
    ]


NAMED_BY_LEAD = [
    "Presidents sign water treaty\n\nThe presidents of Ruritania and Sylvania signed a water treaty on Monday.",
    "Presidents agree to swap prisoners\n\nThe presidents of Ruritania and Sylvania agreed on Monday to swap prisoners.",
    "Troops leave last base\n\nThe last Ruritanian soldiers left Sylvania on Monday.",
]


@pytest.mark.parametrize("text", NAMED_BY_LEAD)
def test_the_lead_names_who_the_title_does_not(text: str, coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2012-09-18")).events
    assert len(events) == 2
    assert len({e.happening for e in events}) == 1


def test_a_title_that_tells_of_another_status_stays_apart(coder: Coder) -> None:
    text = "Presidents sign water treaty\n\nThe presidents of Ruritania and Sylvania will sign a gas treaty in May."
    events = coder.code(Document(text=text, published="2012-09-18")).events
    assert len({e.happening for e in events}) == len(events)


OTHER_PAIRS = [
    "Angela Merkel met Vladimir Putin on Monday and held talks with Emmanuel Macron on Tuesday.",
    "Angela Merkel will meet Vladimir Putin on Thursday. Putin is expected to meet Xi Jinping in March.",
]
SAME_TWO = [
    "Angela Merkel and Vladimir Putin pledged in talks to help Sylvania. Merkel met Putin in Strelsau on Monday.",
    "Angela Merkel will meet Vladimir Putin in May. Merkel plans to hold talks with Putin on gas.",
]
TWO_WAYS = [
    "Angela Merkel met Vladimir Putin in Strelsau on Monday. Merkel spoke with Putin by telephone on Sunday.",
    "Angela Merkel met Vladimir Putin in Strelsau on Monday. Merkel will hold talks with Putin in June.",
]


def _of_consult(text: str, coder: Coder) -> list[str]:
    events = coder.code(Document(text=text, published="2013-02-12")).events
    kinds = {"meeting", "talks", "call", "negotiations"}
    return [e.happening for e in events if e.kind in kinds]


@pytest.mark.parametrize("text", [*OTHER_PAIRS, *TWO_WAYS])
def test_who_meets_two_others_meets_twice(text: str, coder: Coder) -> None:
    told = _of_consult(text, coder)
    assert len(told) == len(set(told)) == 2


@pytest.mark.parametrize("text", SAME_TWO)
def test_two_persons_who_meet_and_talk_do_so_once(text: str, coder: Coder) -> None:
    told = _of_consult(text, coder)
    assert (len(told), len(set(told))) == (2, 1)
