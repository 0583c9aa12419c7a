"""What was only asked to be put off, and what the other side agreed to put off."""

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

ASKED = "Ruritania asked Sylvania on Monday to postpone the talks on the lake until June"
CASES = [
    (f"{ASKED}, and Klausenburg has agreed.", ["occurred", "postponed"]),
    (f"{ASKED}. Sylvania agreed.", ["occurred", "postponed"]),
    (f"{ASKED}. Sylvania accepted the request.", ["occurred", "postponed"]),
    (f"{ASKED}.", ["occurred"]),
    (f"{ASKED}. Sylvania has not agreed.", ["occurred"]),
    (f"{ASKED}. Sylvania agreed to buy two ferries.", ["occurred"]),
    (f"{ASKED}. Sylvania may agree.", ["occurred"]),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


@pytest.mark.parametrize(("text", "statuses"), CASES)
def test_what_is_asked_for_is_done_where_the_other_agrees(
    text: str, statuses: list[str], coder: Coder
) -> None:
    report = coder.code(Document(text=text, published="2024-05-08"))
    told = [e.status for e in report.events if "talks" in (e.kind, e.about)]
    assert told == statuses
