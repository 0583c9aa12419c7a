"""Words about an attack are not aimed at whoever is attacked."""

from __future__ import annotations

import pytest

from detente.pipeline import Coder
from detente.records import Document


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "aimed_at"),
    [
        ("China condemned the attack on Pakistan.", set()),
        ("Kenya condemned Israel's attack on Iran.", {"ISR"}),
        ("France called for an end to attacks on Ukraine.", set()),
        ("Russia demanded a halt to strikes on Iran.", set()),
        ("China criticised Japan over its talks on trade with Taiwan.", {"JPN"}),
    ],
)
def test_who_is_only_hit_is_no_recipient(text: str, aimed_at: set[str], coder: Coder) -> None:
    events = coder.code(Document(text=text, published="2025-06-01")).events
    said = [e for e in events if e.type in ("ACCUSE", "REQUEST")]
    assert [{a.country for a in e.recipients} for e in said] == [aimed_at]
