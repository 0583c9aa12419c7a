"""A report that is taken back tells of nothing that has been; and a state that is inferred goes by its name."""

import pytest

from detente.knowledge.load import load_knowledge
from detente.pipeline import Coder
from detente.records import Document, Report

TOLD = "Ruritania expelled two Sylvanian diplomats on Monday"
TAKEN_BACK = [
    f"RETRACTION: Ruritania expels Sylvanian diplomats\n\n{TOLD}, it was reported.",
    "Retracted: Ruritania expels Sylvanian diplomats",
    f"{TOLD}, this newspaper reported. The article was wrong and has been withdrawn.",
    f"{TOLD}. The report was false and was withdrawn on Tuesday.",
    f"{TOLD}. The Strelsau Courier has retracted the story.",
]
KEPT = [
    f"CORRECTION: Ruritania expels Sylvanian diplomats\n\n{TOLD}.",
    f"{TOLD}. Sylvania said that the article should be withdrawn.",
    f"{TOLD}. The article was not withdrawn.",
    f"{TOLD}. Ruritania withdrew the report.",
    f"{TOLD}. Its army withdrew from the border.",
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(loaded=load_knowledge(None, invented=True))


def expulsions(text: str, coder: Coder) -> Report:
    report = coder.code(Document(text=text, published="2025-03-12", outlet="Harbour Ledger"))
    assert {e.kind for e in report.events} >= {"expulsion"}
    return report


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_what_a_text_takes_back_is_denied(text: str, coder: Coder) -> None:
    events = [e for e in expulsions(text, coder).events if e.kind == "expulsion"]
    assert {(e.status, e.type) for e in events} == {("denied", None)}
    assert not any("etract" in s.name.lower() for e in events for c in e.claims for s in c.sources)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_taken_back_stays(text: str, coder: Coder) -> None:
    events = [e for e in expulsions(text, coder).events if e.kind == "expulsion"]
    assert {e.status for e in events} == {"occurred"}


def test_a_state_that_is_inferred_goes_by_its_name() -> None:
    report = Coder().code(Document(text="Gunmen attacked Kobani on Monday.", published="2025-03-12"))
    (event,) = report.events
    assert [(a.name, a.id, a.country) for a in event.recipients] == [("Syria", "SYR", "SYR")]
