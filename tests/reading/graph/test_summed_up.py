"""A pronoun that heads no phrase may own a deed that an apposition spells out."""

from __future__ import annotations

import pytest

from detente.pipeline import Coder
from detente.records import Document


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    "sentence",
    [
        "A country whose response, the closure of a consulate, angered Ukraine left the talks.",
        "The army, whose answer was the shelling of a town in Chad, withdrew.",
    ],
)
def test_a_relative_pronoun_owns_the_deed(sentence: str, coder: Coder) -> None:
    assert coder.code(Document(text=sentence)).text == sentence
