"""The state that an article is set in."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.coding.actors.names.named import Draft
from detente.coding.actors.titles.told_before import told_before
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
        (
            "Unrest at night\n\nKLAUSENBURG - It was dark. The Ruritanian envoy, a Ruritanian consul and he met. ",
            "SYL",
        ),
        ("Sylvania and Ruritania at odds\n\n", None),
        ("Unrest at night\n\n", None),
        (
            "Words on Sylvania\n\nFritz von Tarlenheim met Otto Sapt. Flavia Elphberg met Rudolf Rassendyll. ",
            "RUR",
        ),
        (
            "Words on Sylvania\n\nFritz von Tarlenheim met Otto Sapt. Flavia Elphberg met Milos Hentzau. ",
            "SYL",
        ),
    ],
)
def test_a_text_is_set_in_the_state_that_it_opens_with(
    opening: str, setting: str | None, coder: Coder
) -> None:
    layers = coder.layers(Document(text=opening + BODY, published="2013-02-12"))
    assert layers["mentions"].setting == setting


def test_a_word_may_be_told_as_an_actor_and_before_a_noun_at_once(coder: Coder) -> None:
    text = "The Sylvanian junta met. Graustark and Ruritania protested. The junta shrugged."
    layers = coder.layers(Document(text=text, published="2013-02-12"))
    page, actors = layers["persons"].page, layers["mentions"].actors
    draft = Draft()
    draft.actors |= actors
    draft.modifiers |= actors
    title = max((t for t in page.titles if page.doc[t.head].text == "junta"), key=lambda t: t.start)
    assert [side.country for side in told_before(page, draft, title, title.roles[0])] == ["SYL"]
