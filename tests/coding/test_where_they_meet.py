"""Where talks are held of which only the way there or the host is named."""

from __future__ import annotations

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

THERE = [
    ("Ruritania's premier flew to Edelweiss on Monday for talks with Sylvania.", "Edelweiss"),
    ("Ruritania will send a team to Edelweiss for a new round of talks with Sylvania.", "Edelweiss"),
    ("Ruritania said it would send envoys to Edelweiss for the resumption of talks with Sylvania.", "Edelweiss"),
    ("Graustark has offered to host talks between Ruritania and Sylvania.", "Graustark"),
    ("Talks between Ruritania and Sylvania will be hosted by Graustark.", "Graustark"),
    ("Talks between Ruritania and Sylvania, first to be held in Zenda, will take place in Edelweiss.", "Edelweiss"),
]  # fmt: skip
NOWHERE = [
    "Ruritania thanked Graustark for talks with Sylvania.",
    "Ruritania wrote to Graustark about talks with Sylvania.",
    "Graustark welcomed talks between Ruritania and Sylvania.",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


def _places(text: str, coder: Coder) -> list[str | None]:
    report = coder.code(Document(text=text, published="2013-02-12"))
    return [e.place.name or e.place.text for e in report.events if e.kind == "talks" and e.place is not None]


@pytest.mark.parametrize(("text", "place"), THERE)
def test_talks_are_where_they_go_for_them(text: str, place: str, coder: Coder) -> None:
    assert _places(text, coder) == [place]


@pytest.mark.parametrize("text", NOWHERE)
def test_other_verbs_name_no_place_of_talks(text: str, coder: Coder) -> None:
    assert _places(text, coder) == []
