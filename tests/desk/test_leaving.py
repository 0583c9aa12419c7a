"""What other programs take from the desk: whole tables, and entries that lead back to a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

import feedparser
import msgspec
import pytest
import vobject
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.store import open_store
from detente.store.store import Store

MANY = 60  # more than a page shows
PLANNED = date(2024, 10, 8)  # when the visit of the examples is put off, with a plan of its own ahead


@pytest.fixture(scope="module")
def many(example_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The desk over so many reports that a page does not show all."""
    (first, *_) = example_store.reports()
    with open_store(str(tmp_path_factory.mktemp("desk") / "many.db")) as store:
        store.add_many(
            msgspec.structs.replace(
                first,
                id=f"sha256:{number:064x}",
                published=f"{1950 + number}-03-01",
                events=(msgspec.structs.replace(first.events[0], kind="visit", time=None),),
                text=f"{first.text}{number}",
            )
            for number in range(MANY)
        )
        with TestClient(make_desk(store, token="t", clock=lambda: date(2025, 12, 1))) as reader:
            yield reader


@pytest.mark.parametrize("address", ["/dossiers.csv", "/changes.csv"])
def test_a_table_to_take_away_is_whole(many: TestClient, address: str) -> None:
    rows = list(csv.DictReader(io.StringIO(many.get(address).text)))
    assert len({row["dossier"] for row in rows}) == MANY
    assert len(list(csv.DictReader(io.StringIO(many.get(f"{address}?limit=3").text)))) == 3


@pytest.fixture
def before(example_store: Store) -> Iterator[TestClient]:
    """The desk on a day on which plans lie ahead that no report tells the outcome of."""
    with TestClient(make_desk(example_store, token="t", clock=lambda: PLANNED)) as reader:
        yield reader


def test_no_change_is_told_before_its_day(before: TestClient) -> None:
    days = [row["day"] for row in csv.DictReader(io.StringIO(before.get("/changes.csv").text))]
    days += [row["day"] for row in before.get("/api/changes?limit=200").json()]
    assert days
    assert max(days) <= PLANNED.isoformat()


def test_entries_lead_to_the_page_of_the_dossier(desk: TestClient) -> None:
    entries = feedparser.parse(desk.get("/feed.atom").content).entries
    events = vobject.readOne(desk.get("/calendar.ics").text).vevent_list
    links = [entry.link for entry in entries] + [event.url.value for event in events]
    assert len(links) > len(entries) > 0
    for link in links:
        assert link.startswith("http://testserver/dossiers/")
        assert desk.get(link).status_code == 200


@pytest.mark.parametrize("address", ["/feed.atom", "/api/changes", "/api/dossiers", "/changes.csv"])
def test_a_place_narrows_all_of_them(desk: TestClient, address: str) -> None:
    whole, narrow, none = (
        len(desk.get(f"{address}{asked}").text) for asked in ("", "?place=madrid", "?place=Zenda")
    )
    assert whole > narrow > none


def test_the_list_keeps_its_place(desk: TestClient) -> None:
    assert 'name="place" value="Madrid"' in desk.get("/dossiers?place=Madrid").text


def test_what_is_subscribed_to_is_named_by_what_was_asked(desk: TestClient) -> None:
    calendar = desk.get("/calendar.ics?pair=PRT-URY&actor=&kind=visit&status=").text
    assert "X-WR-CALNAME:détente PRT-URY visit\r\n" in calendar
    assert desk.get("/feed.atom?dossier=dossier:000000000000").status_code == 404
    name = desk.get("/api/dossiers").json()[0]["dossier"]
    whole, short = (
        desk.get(f"/feed.atom?dossier={one}").content for one in (name, name.removeprefix("dossier:"))
    )
    assert [entry.id for entry in feedparser.parse(whole).entries] == [
        entry.id for entry in feedparser.parse(short).entries
    ]
