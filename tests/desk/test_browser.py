"""The desk in a real browser: no error, nothing from elsewhere, and what moves does move."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from detente.desk.app import make_desk
from detente.store import open_store
from detente.store.store import Store

TOKEN = "let-me-write"
SHOTS = os.environ.get("DETENTE_SCREENSHOTS")  # a folder: the pages are photographed into it
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGES = {
    "today": "/",
    "dossiers": "/dossiers",
    "dossier": "/dossiers/{dossier}",
    "article": "/articles/{document}",
    "actor": "/actors/{actor}",
    "relation": "/relations/PRT/URY",
    "relations": "/relations",
    "map": "/map",
    "search": "/search?q=visit",
    "sources": "/sources",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        with playwright.chromium.launch(executable_path=CHROMIUM, args=options) as opened:
            yield opened


@contextmanager
def served(store: Store) -> Iterator[str]:
    """The address of a desk on loopback, until the block ends."""
    config = uvicorn.Config(make_desk(store, token=TOKEN), host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def address(example_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk on loopback over a copy of the examples."""
    with open_store(str(tmp_path_factory.mktemp("served") / "own.db")) as store:
        store.add_many(example_store.reports())
        with served(store) as address:
            yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on which an error, or a request to elsewhere, fails the test."""
    faults: list[str] = []
    with browser.new_context(base_url=address, viewport={"width": 1200, "height": 900}) as context:
        opened = context.new_page()
        opened.on(
            "console", lambda word: faults.append(word.text) if word.type in {"error", "warning"} else None
        )
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "data:")) else faults.append(asked.url),
        )
        yield opened
    assert faults == []


@pytest.fixture(scope="module")
def names(example_store: Store) -> dict[str, str]:
    """The dossier with the most reports, a report and an actor of it."""
    row = max(example_store.dossiers(as_of="9999-12-31"), key=lambda one: one.reports)
    account = example_store.dossier(row.dossier).accounts[0]
    actors = [actor.id for event in account.events for actor in event.actors if actor.id]
    return {"dossier": row.dossier, "document": account.document, "actor": actors[0]}


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_sound_and_can_be_used_by_everybody(
    page: Page, names: dict[str, str], name: str
) -> None:
    page.goto(PAGES[name].format(**names))
    page.wait_for_load_state("networkidle")
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
    found = Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in grave] == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_a_telephone_needs_no_scrolling_sideways(
    browser: Browser, address: str, names: dict[str, str], scheme: str
) -> None:
    width = 360
    looks = {"viewport": {"width": width, "height": 700}, "color_scheme": scheme}
    with browser.new_context(base_url=address, **looks) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        for path in PAGES.values():
            opened.goto(path.format(**names))
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, path


def test_on_a_telephone_a_row_of_a_list_has_the_whole_width(
    browser: Browser, address: str, names: dict[str, str]
) -> None:
    """Four columns of a hand's breadth leave a word a line, and the last of them out of sight."""
    with browser.new_context(base_url=address, viewport={"width": 360, "height": 700}) as context:
        opened = context.new_page()
        for name in ("dossiers", "dossier", "article"):
            opened.goto(PAGES[name].format(**names))
            for box in opened.locator("table.stack tbody tr:first-child td").all():
                place = box.bounding_box()
                assert place and place["width"] > 300 and place["x"] + place["width"] <= 360, name


def test_neither_do_an_empty_store_and_words_without_end(
    browser: Browser, example_store: Store, tmp_path: Path
) -> None:
    width = 340
    report = next(example_store.reports())
    event = report.events[0]
    name = msgspec.structs.replace(event.actors[0], name="N" * 100, id=None)
    endless = msgspec.structs.replace(
        report,
        title="T" * 200,
        outlet="O" * 120,
        events=(msgspec.structs.replace(event, actors=(name,), reciprocal=False), *report.events[1:]),
    )
    with open_store(tmp_path / "own.db") as store, served(store) as address:
        paths = ["/", "/dossiers", "/map", "/sources", "/search?q=visit"]
        for added in (False, True):
            with browser.new_context(base_url=address, viewport={"width": width, "height": 640}) as context:
                opened = context.new_page()
                for path in paths:
                    opened.goto(path)
                    assert opened.evaluate("document.documentElement.scrollWidth") <= width, (added, path)
            store.add(endless)
            dossiers = [one.dossier for one in store.dossiers(as_of="9999-12-31") if "NNN" in one.title]
            paths += [f"/dossiers/{dossiers[0]}", f"/articles/{report.id}", "/search?q=Bolivia"]


def test_everything_can_be_reached_by_keyboard(page: Page, names: dict[str, str]) -> None:
    """Tab goes through all that can be pressed or filled in, in the order of the page, and shows where it is."""
    for path in PAGES.values():
        page.goto(path.format(**names))
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex]')]"
            ".filter(one => one.checkVisibility() && one.tabIndex >= 0 && !one.disabled).length"
        )
        seen: set[str] = set()
        for _ in range(2 * wanted):  # a day is filled in three steps
            if len(seen) == wanted:
                break
            page.keyboard.press("Tab")
            seen.add(
                page.evaluate(
                    "(one => [...document.querySelectorAll('*')].indexOf(one) + ' ' + one.tagName + ' '"
                    " + (getComputedStyle(one).outlineStyle !== 'none'))(document.activeElement)"
                )
            )
        assert len(seen) == wanted, path
        assert [one for one in seen if not one.endswith("true")] == [], path


def test_the_slider_goes_back_in_time(page: Page, names: dict[str, str]) -> None:
    page.goto(f"/dossiers/{names['dossier']}")
    now = page.locator("#slider-words").inner_text()
    page.locator("#slider").focus()
    with page.expect_response(lambda answer: "as_of=" in answer.url):
        page.keyboard.press("Home")
    page.wait_for_function("now => document.getElementById('slider-words').textContent < now", arg=now)
    assert page.locator("input[name=as_of]").input_value() < now


def test_the_chart_of_dates_is_drawn(page: Page, names: dict[str, str]) -> None:
    page.goto(f"/dossiers/{names['dossier']}")
    assert page.locator(".chart canvas").count() >= 1


def test_search_finds_a_report(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("ship")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=ship")
    assert page.locator("main li a[href^='/articles/']").count() >= 1


def test_a_report_is_taken_out_by_hand(page: Page, names: dict[str, str]) -> None:
    page.goto(f"/dossiers/{names['dossier']}")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Allow changes").click()
    rows = page.locator("#reports ~ div tbody tr")
    before = rows.count()
    page.get_by_role("button", name="does not belong here").last.click()
    page.wait_for_load_state("networkidle")
    assert rows.count() < before
    assert page.get_by_text("Decided by hand").count() == 1
    page.get_by_label("Its status is").select_option("declined")
    page.get_by_label("Why").last.fill("the embassy rang")
    page.get_by_role("button", name="Decide").click()
    page.get_by_text("decided by", exact=False).first.wait_for()
    assert page.locator("#state").get_by_text("the embassy rang").count() == 1


def test_what_was_believed_on_a_day_can_be_bookmarked_and_no_day_before_the_first_be_asked(
    page: Page, names: dict[str, str]
) -> None:
    page.goto(f"/dossiers/{names['dossier']}")
    first = page.locator("input[name=as_of]").get_attribute("min")
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    page.wait_for_url(f"**as_of={first}")
    page.locator("input[name=as_of]").fill("1900-01-01")
    assert not page.locator("input[name=as_of]").evaluate("field => field.checkValidity()")
    page.reload()
    assert page.locator("#slider-words").inner_text() == first


def test_ticks_of_days_differ_and_one_week_makes_no_years(page: Page, names: dict[str, str]) -> None:
    page.goto(f"/dossiers/{names['dossier']}")
    worded = page.evaluate("years([1733011200, 1733097600, 1735776000], ' ')")
    assert worded == ["1 Dec 2024", "2 Dec", "2 Jan 2025"]
    room = 4 * 86400
    assert page.evaluate("weekly({ data: [[1733011200]] }, 1733011200, 1819411200)") == [
        1733011200 - room,
        1733011200 + room,
    ]
    assert page.evaluate("weekly({ data: [[10, 20, 30]] }, 10, 30)") == [10 - room, 30 + room]
    assert page.evaluate("weekly({ data: [[10, 20, 30]] }, 10, 20)") == [10, 20]
