"""Changes need the token and a form of ours; they are kept with who and when."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.store import open_store
from detente.store.store import Store

TOKEN = "let-me-write"


@pytest.fixture
def own_desk(example_store: Store, tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a copy that a test may change."""
    with open_store(str(tmp_path / "own.db")) as store:
        store.add_many(example_store.reports())
        with TestClient(make_desk(store, token=TOKEN)) as reader:
            yield reader


def _word(reader: TestClient, address: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', reader.get(address).text)
    assert found
    return found[1]


def _dossier(reader: TestClient, *, reports: int = 1) -> str:
    rows = reader.get("/api/dossiers?limit=200").json()
    return next(str(row["dossier"]) for row in rows if row["reports"] >= reports)


def _enter(reader: TestClient, address: str) -> None:
    given = {"csrf": _word(reader, address), "token": TOKEN, "who": "Ada", "next": address}
    assert reader.post("/enter", data=given, follow_redirects=False).headers["location"] == address


@pytest.mark.parametrize(
    "path", ["enter", "leave", "dossiers/{id}/merge", "dossiers/{id}/split", "dossiers/{id}/status"]
)
def test_a_form_that_is_not_ours_is_refused(own_desk: TestClient, path: str) -> None:
    address = path.format(id=_dossier(own_desk))
    assert own_desk.post(f"/{address}", data={"token": TOKEN, "who": "Eve"}).status_code == 403


def test_without_the_token_nothing_changes(own_desk: TestClient) -> None:
    address = f"/dossiers/{_dossier(own_desk)}"
    given = {"csrf": _word(own_desk, address), "other": "dossier:000000000000"}
    assert own_desk.post(f"{address}/merge", data=given).status_code == 403
    assert own_desk.post("/enter", data=given | {"token": "guess", "who": "Eve"}).status_code == 403


def test_a_merge_is_kept_with_who_and_why(own_desk: TestClient) -> None:
    rows = own_desk.get("/api/dossiers?limit=200").json()
    one, other = rows[0]["dossier"], rows[1]["dossier"]
    address = f"/dossiers/{one}"
    _enter(own_desk, address)
    given = {"csrf": _word(own_desk, address), "other": other, "why": "the same trip"}
    page = own_desk.post(f"{address}/merge", data=given)
    assert page.status_code == 200
    assert "the same trip" in page.text
    assert "Ada" in page.text
    assert len(own_desk.get("/api/dossiers?limit=200").json()) == len(rows) - 1


def test_a_report_is_taken_out_of_a_dossier(own_desk: TestClient) -> None:
    name = _dossier(own_desk, reports=2)
    address = f"/dossiers/{name}"
    before = own_desk.get(f"/api{address}").json()
    _enter(own_desk, address)
    given = {"csrf": _word(own_desk, address), "account": before["accounts"][-1]["id"]}
    assert own_desk.post(f"{address}/split", data=given).status_code == 200
    after = own_desk.get(f"/api{address}").json()
    assert len(after["accounts"]) < len(before["accounts"])


def test_a_status_is_decided_and_given_back(own_desk: TestClient) -> None:
    address = f"/dossiers/{_dossier(own_desk)}"
    _enter(own_desk, address)
    reported = own_desk.get(f"/api{address}/state").json()["status"]
    given = {
        "csrf": _word(own_desk, address),
        "value": "declined",
        "day": "2030-01-02",
        "why": "they rang us",
    }
    page = own_desk.post(f"{address}/status?as_of=2030-01-02", data=given)
    assert page.status_code == 200
    after = own_desk.get(f"{address}?as_of=2030-01-02").text
    assert "decided by Ada: they rang us" in after
    assert "declined, from 2 Jan 2030 on" in after
    assert "decided by Ada" not in own_desk.get(f"{address}?as_of=2030-01-01").text
    own_desk.post(f"{address}/status", data=given | {"value": "", "day": "2030-01-03"})
    assert "decided by Ada" not in own_desk.get(f"{address}?as_of=2030-01-04").text
    assert own_desk.get(f"/api{address}/state").json()["status"] == reported


@pytest.mark.parametrize("wrong", [{"value": "somehow"}, {"value": "occurred", "day": "2030-02-31"}])
def test_what_is_no_status_or_day_is_refused(own_desk: TestClient, wrong: dict[str, str]) -> None:
    address = f"/dossiers/{_dossier(own_desk)}"
    _enter(own_desk, address)
    given = {"csrf": _word(own_desk, address)} | wrong
    assert own_desk.post(f"{address}/status", data=given).status_code == 400


def test_only_our_own_pages_are_gone_back_to(own_desk: TestClient) -> None:
    address = f"/dossiers/{_dossier(own_desk)}"
    given = {"csrf": _word(own_desk, address), "token": TOKEN, "who": "Ada", "next": "//elsewhere.example/"}
    assert own_desk.post("/enter", data=given, follow_redirects=False).headers["location"] == "/"
