"""Cause, condition and earlier plan of the event at the mark, over sentences of every shape."""

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Event, Report

CAUSES = [
    ("Ruritania's president postponed his [[visit]] to Sylvania because of a storm.", "a storm", None),
    ("A dock strike forced Ruritania's president to cancel a [[visit]] to Sylvania.", "A dock strike", None),
    ("Illness has prompted Sylvania's king to put off his [[trip]] to Graustark.", "Illness", None),
    ("Heavy snow kept Graustark's premier from [[flying]] to Strelsau.", "Heavy snow", None),
    (
        "Ruritania's president cancelled his [[visit]] to Sylvania after Sylvania attacked Graustark.",
        "after Sylvania attacked Graustark",
        "attacked",
    ),
    (
        "Due to the floods, the [[talks]] between Ruritania and Sylvania were put off until May.",
        "the floods",
        None,
    ),
    (
        "Sylvania [[recalled]] its ambassador from Graustark in response to the attack on its embassy.",
        "the attack on its embassy",
        "attack",
    ),
    (
        "Ruritania [[attacked]] Sylvania in retaliation for the bombing of its embassy.",
        "the bombing of its embassy",
        "bombing",
    ),
    (
        "Ruritania [[imposed]] sanctions on Sylvania over its invasion of Graustark.",
        "its invasion of Graustark",
        "invasion",
    ),
    (
        "Graustark [[expelled]] two Sylvanian diplomats following the Sylvanian invasion of Ruritania.",
        "the Sylvanian invasion of Ruritania",
        "invasion",
    ),
    (
        "Because Sylvania attacked Graustark, Ruritania cancelled the [[talks]] with Sylvania.",
        "Because Sylvania attacked Graustark",
        "attacked",
    ),
    ("Ruritania [[recalled]] its envoy from Sylvania as a result of the attack.", "the attack", None),
    ("Ruritania [[attacked]] Sylvania on Monday.", None, None),
]
CONDITIONS = [
    ("Ruritania will [[attack]] Sylvania if Sylvania invades Graustark.", "if Sylvania invades Graustark"),
    ("Ruritania will attack Sylvania if Sylvania [[invades]] Graustark.", "if Sylvania invades Graustark"),
    (
        "Unless Sylvania withdraws its troops, Ruritania will [[impose]] sanctions on Sylvania.",
        "Unless Sylvania withdraws its troops",
    ),
    (
        "Ruritania would [[release]] the Sylvanian prisoners provided that Sylvania withdraws its troops.",
        "provided that Sylvania withdraws its troops",
    ),
    ("Graustark's president may [[visit]] Sylvania if the truce holds.", "if the truce holds"),
    ("Graustark's president will [[visit]] Sylvania on Sunday.", None),
    ("Graustark's president [[visited]] Sylvania to see if the truce held.", None),
]
PLANS = [
    (
        "The visit of Ruritania's president to Sylvania, initially scheduled for March, was postponed until May.",
        "postponed",
        "scheduled",
    ),
    (
        "Ruritania's president cancelled a visit to Sylvania that had been planned for March.",
        "cancelled",
        "planned",
    ),
    (
        "The talks between Ruritania and Sylvania, planned for Friday, were called off.",
        "cancelled",
        "planned",
    ),
    (
        "Ruritania's foreign minister was due to visit Sylvania on Monday, but the visit was postponed until April.",
        "postponed",
        "scheduled",
    ),
    (
        "Ruritania put off a visit by Sylvania's president. The visit had been planned for 12 March.",
        "postponed",
        "planned",
    ),
    (
        "Talks between Ruritania and Sylvania were called off. The talks had been planned for March, the ministry said.",
        "cancelled",
        "planned",
    ),
]
NEW_PLANS = [
    "Ruritania put off a visit by Sylvania's president. The visit is now planned for 12 May.",
    "Talks between Ruritania and Sylvania were called off. Envoys said that they had agreed to hold talks on 9 May.",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def read(sentence: str, coder: Coder) -> Report:
    text = sentence.replace("[[", "").replace("]]", "")
    return coder.code(Document(text=text, published="2013-02-12"))


def at_mark(sentence: str, report: Report) -> Event:
    return next(e for e in report.events if e.trigger.start == sentence.index("[["))


@pytest.mark.parametrize(("sentence", "words", "event"), CAUSES)
def test_cause(sentence: str, words: str | None, event: str | None, coder: Coder) -> None:
    report = read(sentence, coder)
    cause = at_mark(sentence, report).cause
    triggers = {e.id: report.text[slice(*e.trigger)] for e in report.events}
    found = (report.text[slice(*cause.span)], triggers.get(cause.event or "")) if cause else (None, None)
    assert found == (words, event)


@pytest.mark.parametrize(("sentence", "words"), CONDITIONS)
def test_condition(sentence: str, words: str | None, coder: Coder) -> None:
    report = read(sentence, coder)
    condition = at_mark(sentence, report).condition
    assert (report.text[slice(*condition.span)] if condition else None) == words


@pytest.mark.parametrize(("sentence", "status", "was"), PLANS)
def test_earlier_plan(sentence: str, status: str, was: str, coder: Coder) -> None:
    events = read(sentence, coder).events
    changed = next(e for e in events if e.status == status)
    plan = next(e for e in events if e.id == changed.earlier_plan)
    assert (plan.status, plan.happening) == (was, changed.happening)


@pytest.mark.parametrize("sentences", NEW_PLANS)
def test_a_new_plan_is_no_earlier_one(sentences: str, coder: Coder) -> None:
    assert not any(event.earlier_plan for event in read(sentences, coder).events)
