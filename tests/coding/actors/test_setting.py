"""The state that an article is set in."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.pipeline import Coder
from detente.records import Document

TABLES = Path(__file__).parent / "tables"
BODY = "People ran. Shops shut. Nobody spoke. The night was long. The police fired on a crowd."


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(knowledge=TABLES)


@pytest.mark.parametrize(
    ("opening", "setting"),
    [
        ("Unrest in Sylvania\n\n", "SYL"),
        ("Unrest at night\n\nSTRELSAU, Ruritania - It was dark. ", "RUR"),
        ("Unrest at night\n\nKLAUSENBURG - It was dark. Ruritania, Ruritania, Ruritania. ", "RUR"),
        ("Sylvania and Ruritania at odds\n\n", None),
        ("Unrest at night\n\n", None),
    ],
)
def test_a_text_is_set_in_the_state_that_it_opens_with(
    opening: str, setting: str | None, coder: Coder
) -> None:
    layers = coder.layers(Document(text=opening + BODY, published="2013-02-12"))
    assert layers["mentions"].setting == setting
