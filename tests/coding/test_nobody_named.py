"""Acts of which the text does not say at whom they are aimed stay so, whoever else it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.pipeline import Coder
from detente.records import Document

TABLES = Path(__file__).parent / "actors" / "tables"
FOES = "Ruritania criticised Sylvania on Monday. Sylvania's envoy left. Ruritania then threatened Sylvania."
BLAMED = (
    "Ruritania's king spoke. Sylvania's government was criticised for the murder of journalists. He left."
)
CASES = [
    (BLAMED, "murder", 0),
    (
        "Money came from many states that Ruritania criticised for their laws. " + FOES,
        "criticised",
        0,
    ),
    (
        "Sylvania's premier spoke. Ruritania's premier denounced Sylvania's missile tests. Both left.",
        "tests",
        0,
    ),
    ("Ruritania fired a shell at Sylvania. Sylvania's envoy left. He was angry.", "fired", 1),
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=TABLES)


@pytest.mark.parametrize(("text", "word", "aimed"), CASES)
def test_no_side_is_guessed(text: str, word: str, aimed: int, coder: Coder) -> None:
    at = text.index(word)
    events = coder.code(Document(text=text, published="2013-02-12")).events
    assert sum(len(event.recipients) for event in events if event.trigger.start == at) == aimed
