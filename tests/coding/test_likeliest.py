"""At whom a text most likely means what its sentence aims at nobody, and what is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from detente.coding.sides.words.likeliest import SIGNS
from detente.errors import KnowledgeError
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document, Event

LEAD = "Ruritania's army shelled three villages in Sylvania on Monday.\n\n"
TEXTS = {
    "who is struck answers": (
        LEAD + "Sylvania called the raid an outrage. It would answer in kind, it warned.",
        "RUR",
    ),
    "an outsider condemns": (
        LEAD
        + "Graustark sent doctors. Its president condemned the killing of civilians. There would be consequences, she said.",
        "RUR",
    ),
    "somebody is named": (LEAD + "Graustark warned Sylvania against sending troops.", "SYL"),
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


def last_aimed(text: str, coder: Coder) -> Event:
    return max(coder.code(Document(text=text)).events, key=lambda event: event.trigger.start)


@pytest.mark.parametrize("name", TEXTS)
def test_an_act_is_aimed_at_whom_the_text_means(name: str, coder: Coder) -> None:
    text, meant = TEXTS[name]
    assert [r.country for r in last_aimed(text, coder).recipients] == [meant]


def test_the_reason_names_the_signs(coder: Coder) -> None:
    text = LEAD + "Two bridges are closed, and the baker has no flour. Graustark moved warships to the coast."
    (meant,) = last_aimed(text, coder).recipients
    assert meant.inferred == "most likely meant: title or lead names it and the text speaks of it often"


def test_every_sign_has_a_weight() -> None:
    assert {row.sign for row in load_knowledge().events.signs} == set(SIGNS)


def test_an_unknown_sign_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "plover" / "signs.csv"
    table.parent.mkdir()
    table.write_text("sign,weight,says\nby the stars,1,the stars say so\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"signs\.csv"):
        load_knowledge(tmp_path)
