"""Interviews: who answers is told to say the answers, "I" and "we" are his side there, and "you" in the questions."""

from __future__ import annotations

import pytest

from detente.checking import example_coder
from detente.pipeline import Coder
from detente.records import Document, Report

OPENING = "Interview with Boris Varga, foreign minister of Sylvania\n\n"
LABELLED = (
    OPENING
    + """Q: Minister, Ruritania accuses you of shelling Zenda. Did you?

A: No. We condemn the raid by Graustark.

Q: Will you talk to Graustark?

A: I met its foreign minister on Monday.

We have expelled two Ruritanian diplomats.
"""
)
BARE = (
    OPENING
    + """**Ruritania has closed the border. What will you do?**

We have recalled our envoy from Strelsau.

**Would you accept a truce?**

Graustark asked us to accept it.
"""
)
EXPLAINER = """Sylvania's minister Boris Varga goes: questions and answers

What has he done?

He expelled two Ruritanian diplomats.

What does Ruritania say?

Ruritania condemned Sylvania.
"""
NAMED = (
    OPENING
    + """Courier: Will you expel anybody?

Varga: We have recalled our envoy from Strelsau.

Courier: Did Ruritania answer you?

Varga: Ruritania expelled our consul.
"""
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return example_coder()


def _told(text: str, coder: Coder) -> list[str]:
    report: Report = coder.code(Document(text=text, published="2013-02-15", outlet="Zenda Courier"))
    return [
        f"{e.kind} {_sides(e.actors)}>{_sides(e.recipients)} by {e.claims[0].sources[0].name}"
        for e in report.events
    ]


def _sides(actors: tuple[object, ...]) -> str:
    return "+".join(sorted(getattr(a, "country", None) or "?" for a in actors))


def test_answers_are_said_by_whoever_is_asked(coder: Coder) -> None:
    assert _told(LABELLED, coder) == [
        "accusation RUR>SYL by Zenda Courier",
        "condemnation SYL>GRA by Boris Varga",
        "attack GRA>SYL by Boris Varga",
        "talks GRA+SYL> by Zenda Courier",
        "meeting GRA+SYL> by Boris Varga",
        "expulsion SYL>RUR by Boris Varga",
    ]


def test_questions_need_no_label(coder: Coder) -> None:
    told = _told(BARE, coder)
    assert "recall of envoy SYL>RUR by Boris Varga" in told
    assert "closure of border RUR>SYL by Zenda Courier" in told


def test_what_a_paper_asks_and_answers_itself_is_said_by_the_paper(coder: Coder) -> None:
    assert {line.rpartition(" by ")[2] for line in _told(EXPLAINER, coder)} == {"Zenda Courier"}


def test_a_name_before_each_turn_is_who_speaks(coder: Coder) -> None:
    told = _told(NAMED, coder)
    assert "recall of envoy SYL>RUR by Boris Varga" in told
    assert "expulsion RUR>SYL by Boris Varga" in told


@pytest.mark.parametrize("address", ["Minister", "Mr President", "Prime Minister", "Ambassador"])
def test_how_a_question_addresses_somebody_is_no_subject(address: str, coder: Coder) -> None:
    text = (
        OPENING + f"Q: {address}, Ruritania has threatened you with war. Are you afraid?\n\nA: We are not.\n"
    )
    assert "threat of force RUR>SYL by Zenda Courier" in _told(text, coder)


def test_a_list_of_presidents_in_a_headline_addresses_nobody(coder: Coder) -> None:
    told = _told("President, premier and speaker of Sylvania visit Ruritania\n", coder)
    assert told == ["visit SYL+SYL+SYL>RUR by Zenda Courier"]
