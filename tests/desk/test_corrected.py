"""What was corrected or copied says so, and a change by hand says whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.documents.fields import document_id
from detente.records import Report
from detente.store import open_store
from detente.store.store import Store

TOKEN = "let-me-write"


def _with_text(report: Report, text: str, published: str) -> Report:
    return msgspec.structs.replace(report, id=document_id(text), text=text, published=published)


@pytest.fixture
def corrected(example_store: Store, tmp_path: Path) -> Iterator[tuple[TestClient, list[Report]]]:
    """A desk over a report, a corrected text of it on the next day, and a copy of that in another paper."""
    told = next(report for report in example_store.reports() if report.events and report.published)
    first = msgspec.structs.replace(told, url="https://post.example/story", published="2024-10-01")
    second = _with_text(first, f"{first.text} We were wrong.", "2024-10-02")
    third = msgspec.structs.replace(
        _with_text(first, f"{second.text} So says the Post.", "2024-10-03"), url=None, outlet="Echo"
    )
    reports = [first, second, third]
    with open_store(str(tmp_path / "own.db")) as store:
        store.add_many(reports)
        with TestClient(make_desk(store, token=TOKEN)) as reader:
            yield reader, reports


def test_a_report_says_what_took_its_place_and_what_it_copies(
    corrected: tuple[TestClient, list[Report]],
) -> None:
    reader, reports = corrected
    first, second, third = (reader.get(f"/articles/{report.id}").text for report in reports)
    assert "Corrected on 2 Oct 2024" in first
    assert reports[1].id.replace(":", "%3A") in first
    assert "Corrected on" not in second
    assert "A copy of" in third


def test_a_dossier_tells_of_the_correction(corrected: tuple[TestClient, list[Report]]) -> None:
    reader, reports = corrected
    name = reader.get("/api/dossiers").json()[0]["dossier"]
    page = reader.get(f"/dossiers/{name}").text
    assert "→ not known" not in page
    assert "corrected 2 Oct 2024" in page
    assert "1 copy<" in page
    assert str(reports[0].title) in page


def test_a_change_by_hand_says_whose_it_is(corrected: tuple[TestClient, list[Report]]) -> None:
    reader, _ = corrected
    address = f"/dossiers/{reader.get('/api/dossiers').json()[0]['dossier']}"
    found = re.search(r'name="csrf" value="([^"]+)"', reader.get(address).text)
    assert found
    form = {"csrf": found[1], "token": TOKEN, "who": "Ada", "next": address}
    reader.post("/enter", data=form)
    found = re.search(r'name="csrf" value="([^"]+)"', reader.get(address).text)
    assert found
    reader.post(
        f"{address}/status",
        data={"csrf": found[1], "value": "denied", "why": "they rang us", "day": "2024-10-04"},
    )
    assert (
        reader.get(f"/api{address}/state").json()["status"] == "denied"
    )  # though no report is as late as that
    history = reader.get(address).text.split('id="history"')[1].split("</section>")[0]
    assert "decided by Ada: they rang us" in history
