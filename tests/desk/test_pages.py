"""The pages over the example store: each is there, escapes what it shows, and says what to do when it cannot."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient

from detente.desk.app import make_desk
from detente.store import open_store
from detente.store.store import Store


def _first(desk: TestClient) -> str:
    return str(desk.get("/api/dossiers").json()[0]["dossier"])


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/dossiers",
        "/dossiers?status=occurred&kind=visit",
        "/search?q=visit",
        "/sources",
        "/map",
        "/api",
        "/live",
    ],
)
def test_each_page_is_there(desk: TestClient, address: str) -> None:
    response = desk.get(address)
    assert response.status_code == 200
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_every_link_of_every_page_leads_somewhere(desk: TestClient) -> None:
    seen: set[str] = set()
    waiting = ["/"]
    while waiting and len(seen) < 400:
        address = waiting.pop()
        response = desk.get(address)
        assert response.status_code == 200, address
        seen.add(address)
        if response.headers["content-type"].startswith("text/html"):
            links = {
                link.partition("#")[0].replace("&amp;", "&")
                for link in re.findall(r'href="(/[^"]*)"', response.text)
            }
            waiting.extend(links - seen - set(waiting))


def test_a_dossier_shows_what_was_believed_on_a_day(desk: TestClient) -> None:
    first = _first(desk)
    days = [account["published"] for account in desk.get(f"/api/dossiers/{first}").json()["accounts"]]
    page = desk.get(f"/dossiers/{first}?as_of={min(days)}")
    assert page.status_code == 200
    assert desk.get(f"/dossiers/{first}?as_of=1900-01-01").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/dossiers/dossier:000000000000", 404, "there is no such dossier"),
        ("/articles/sha256:0", 404, "no such report"),
        ("/actors/nobody", 404, "No report of this store speaks of nobody"),
        ("/dossiers?since=yesterday", 400, "write it as 2023-06-18"),
        ("/dossiers?since=2024-12-02&until=2024-12-01", 404, "since: 2024-12-02 is after until, 2024-12-01"),
        ("/api/changes?since=2024-12-02&until=2024-12-01", 404, "since: 2024-12-02 is after until"),
        ("/dossiers?pair=USA", 400, "is no pair"),
        ("/dossiers?pair=USA-XXX", 404, "XXX: no state is called so"),
        ("/dossiers?kind=vist", 404, "there is no such kind; did you mean visit"),
        ("/dossiers?status=off", 400, "there is no such status; give any of cancelled"),
        ("/api/dossiers?kind=vist", 404, "there is no such kind; did you mean visit"),
        ("/dossiers?start=-1", 400, "no whole number"),
        ("/nowhere", 404, "There is no page at this address."),
        ("/relations/PRT", 404, "There is no page at this address."),
        ("/dossiers?type=TALK", 404, "there is no such PLOVER type; give any of ACCUSE"),
        ("/api/relations/PRT", 404, "there is no such address; /api describes all"),
        ("/api/dossiers?stauts=planned", 400, "stauts: nothing is asked by that name; did you mean status"),
        ("/api/relations/PRT/URY?q=1", 400, "q: nothing is asked by that name; give none here"),
        ("/api/reports/sha256:0", 404, "no such report; /api/search?q=WORDS finds those that there are"),
    ],
)
def test_what_cannot_be_shown_says_why(desk: TestClient, address: str, status: int, words: str) -> None:
    response = desk.get(address)
    assert (response.status_code, words in response.text) == (status, True)


def test_what_is_searched_for_is_escaped(desk: TestClient) -> None:
    assert "<script>alert" not in desk.get("/search?q=<script>alert(1)</script>").text


def test_one_dossier_of_a_pair_is_one_dossier(desk: TestClient) -> None:
    page = desk.get("/relations").text
    assert re.search(r"\b1 dossier<", page)
    assert not re.search(r"\b1 dossiers", page)


def test_the_list_says_how_many_fit(desk: TestClient) -> None:
    every = len(desk.get("/api/dossiers?limit=200").json())
    assert f">1–20 of {every} dossiers." in desk.get("/dossiers?limit=20").text
    assert f">21–{every} of {every} dossiers." in desk.get("/dossiers?limit=20&start=20").text
    assert f">{every} dossiers." in desk.get("/dossiers?limit=200").text
    assert ">0 dossiers." in desk.get("/dossiers?pair=USA-CHN").text
    assert '<span class="soft">not known</span></td>' in desk.get("/dossiers?limit=200").text


def test_an_article_says_in_words_how_sure_its_sources_are(desk: TestClient, example_store: Store) -> None:
    pages = [desk.get(f"/articles/{report.id}").text for report in example_store.reports()]
    assert not [page for page in pages if re.search(r"\b(CT|PR|PS)[+-]|\bUu\b", page)]
    assert [page for page in pages if "asserts, possible" in page]


def test_an_empty_store_explains_the_next_step(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.db")) as store, TestClient(make_desk(store, token="x")) as reader:
        assert "detente add examples/" in reader.get("/").text
        assert reader.get("/dossiers").status_code == 200


def test_a_table_comes_as_csv(desk: TestClient) -> None:
    names, *rows = desk.get("/dossiers.csv").text.splitlines()
    assert names.startswith("dossier,day,kind,title,status")
    assert rows


def test_an_article_is_whole(desk: TestClient, example_store: Store) -> None:
    report = next(example_store.reports())
    page = desk.get(f"/articles/{report.id}").text
    body = page.partition('<article class="card text">')[2].partition("</article>")[0]
    assert re.sub(r"<[^>]*>", "", body).count("\n") == report.text.count("\n")


def test_the_acts_of_an_incident_stand_on_its_page(desk: TestClient) -> None:
    rows = desk.get("/api/dossiers?limit=200").json()
    states = [desk.get(f"/api/dossiers/{row['dossier']}/state").json() for row in rows]
    incidents = [state for state in states if state.get("parts")]
    assert incidents
    for state in incidents:
        page = desk.get(f"/dossiers/{state['dossier']}").text
        assert all(part["title"].replace("'", "&#39;") in page for part in state["parts"])


@pytest.fixture
def later(example_store: Store) -> Iterator[TestClient]:
    """The desk on a day after all examples."""
    with TestClient(make_desk(example_store, token="t", clock=lambda: date(2025, 12, 1))) as reader:
        yield reader


def test_each_place_of_the_map_has_its_dossiers(later: TestClient) -> None:
    places = re.findall(r'href="(/dossiers\?place=[^"]*)"', later.get("/map").text)
    assert places
    for place in places:
        assert 'href="/dossiers/dossier:' in later.get(place.replace("&amp;", "&")).text, place


def test_each_actor_that_a_report_names_has_a_dossier(later: TestClient) -> None:
    for row in later.get("/api/dossiers?limit=200").json():
        for account in later.get(f"/api/dossiers/{row['dossier']}").json()["accounts"]:
            events = account["events"]
            for actor in {one["id"] for event in events for one in event["actors"] + event["recipients"]}:
                if actor:
                    assert row["dossier"] in later.get(f"/actors/{actor}").text, actor


def test_a_store_whose_reports_tell_of_nothing_has_its_pages(example_store: Store, tmp_path: Path) -> None:
    (first, *_) = example_store.reports()
    with open_store(str(tmp_path / "quiet.db")) as store:
        store.add(replace(first, events=()))
        with TestClient(make_desk(store, token="t")) as reader:
            assert "Nothing changed yet." in reader.get("/").text
            for page in (
                "/dossiers",
                "/relations",
                "/map",
                "/sources",
                "/search?q=visit",
                "/feed.atom",
                "/calendar.ics",
            ):
                assert reader.get(page).status_code == 200, page


@pytest.mark.parametrize("address", ["/relations/prt/Uruguay", "/relations/Portugal/uruguay"])
def test_a_relation_is_asked_for_by_code_or_name(desk: TestClient, address: str) -> None:
    assert "Portugal and Uruguay" in desk.get(address).text


def test_the_chart_of_dates_begins_with_the_plan_that_was_given_up(desk: TestClient) -> None:
    row = max(desk.get("/api/dossiers").json(), key=lambda one: int(one["reports"]))
    (data,) = re.findall(r'id="moves-data">(.*?)</script>', desk.get(f"/dossiers/{row['dossier']}").text)
    moves = json.loads(data)
    planned = {date.fromtimestamp(value) for dates in moves["dates"] for value in dates if value}
    assert any(day < date(2024, 11, 1) for day in planned)
    assert any(day > date(2024, 11, 1) for day in planned)
