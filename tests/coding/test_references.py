"""What a report tells of something that it takes as known, and does not say whose it is."""

from __future__ import annotations

import pytest

from detente.dossiers import accounts_of
from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document

POINTING = [
    ("Wednesday's signing has been called off, Ruritania said.", "signing", "cancelled", ("RUR",)),
    (
        "The drill got under way on Monday, with soldiers from Ruritania and Sylvania taking part.",
        "military exercise",
        "occurred",
        ("RUR", "SYL"),
    ),
    ("The talks have been put off until June, a diplomat said.", "talks", "postponed", ()),
    ("The two sides will meet on Friday.", "meeting", "planned", ()),
    ("The fishermen were freed on Tuesday, a lawyer in Strelsau said.", "release", "occurred", ("RUR",)),
    ("The treaty was ratified on Monday, Sylvania's government said.", "ratification", "occurred", ("SYL",)),
    ("The extradition has been put off by a week, a lawyer said.", "extradition", "postponed", ()),
    (
        "Ruritania and Sylvania have agreed to put off next month's exercise.",
        "military exercise",
        "postponed",
        ("RUR", "SYL"),
    ),
    ("Graustark has called off Friday's signing ceremony.", "signing", "cancelled", ("GRA",)),
    ("The convoy with rice for Sylvania is held up, Graustark said.", "aid", "postponed", ("SYL",)),
]
NOT_POINTING = [
    "A signing has been called off.",
    "The clinic offers an exercise class.",
    "The army convoy has been held up, a driver said.",
    "The minister regretted the strikes.",
    "The book signing has been called off, the shop said.",
    "The two firms will meet on Friday.",
    "In a statement the details were discussed.",
    "The foundation will raise money for the schools.",
    "The people have to use these words.",
    "The talks may be put off.",
    "Ruritania's president met Sylvania's king. The talks lasted two hours.",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(invented=True))


@pytest.mark.parametrize(("text", "kind", "status", "named"), POINTING)
def test_it_is_no_event_but_a_reference(
    text: str, kind: str, status: str, named: tuple[str, ...], coder: Coder
) -> None:
    report = coder.code(Document(text=text, published="2024-05-08"))
    assert [(r.event.kind, r.event.status, r.named) for r in report.references] == [(kind, status, named)]
    assert report.events == ()


@pytest.mark.parametrize("text", NOT_POINTING)
def test_what_is_new_or_is_told_by_itself_is_none(text: str, coder: Coder) -> None:
    assert coder.code(Document(text=text, published="2024-05-08")).references == ()


def test_its_account_says_what_lands_are_named_around_it(coder: Coder) -> None:
    text = "Ruritania's premier came to Sylvania. The drill has been called off, an officer said."
    told, referred = accounts_of(coder.code(Document(text=text, published="2024-05-08")))
    assert told.refers is None
    assert referred.refers == ("RUR", "SYL")
    assert referred.id.endswith("#r1")
