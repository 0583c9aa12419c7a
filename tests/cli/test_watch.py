"""`detente watch` against a real server: what it asks for, what it leaves alone, what it keeps."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import msgspec
import pytest

from detente.cli import run
from detente.cli.watching import read_feeds
from detente.documents.polite import Guest
from detente.errors import DocumentError
from detente.store import open_store

STORY = (
    "<html><body><article><p>Ruritania's king will visit Sylvania on {day} March, the Ruritanian foreign ministry"
    " said on Monday.</p><p>No agenda was given for the visit, which is the first in ten years.</p></article></body></html>"
)
ITEM = "<item><title>{title}</title><link>{site}{path}</link><pubDate>Tue, 12 Feb 2013 09:00:00 +0000</pubDate></item>"


@dataclass
class Site:
    """Pages by path, and what was asked for."""

    pages: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""

    def feed(self, *paths: str) -> None:
        items = "".join(ITEM.format(title=f"Story {path}", site=self.address, path=path) for path in paths)
        self.pages["/feed"] = (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'
        )

    def take(self) -> list[str]:
        """The paths asked for since the last call."""
        found = [path for path, _ in self.asked]
        self.asked.clear()
        return found


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, site: Site, *arguments: object) -> None:
        self.site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        mark = self.headers.get("If-None-Match")
        self.site.asked.append((self.path, mark))
        page = self.site.pages.get(self.path)
        etag = f'"{abs(hash(page))}"'
        code = self.site.codes.get(self.path, 404 if page is None else 304 if mark == etag else 200)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if code == 503:
            self.send_header("Retry-After", "100000")
        self.send_header("ETag", etag)
        self.end_headers()
        if code == 200:
            self.wfile.write((page or "").encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site))
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.02))
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> str:
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'pace = 0\n[[feed]]\nurl = "{site.address}/feed"\noutlet = "Sylvan Post"\n', encoding="utf-8"
    )
    return str(path)


def test_only_what_is_new_is_asked_for(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages |= {
        "/1": STORY.format(day=3),
        "/2": STORY.format(day=5),
        "/robots.txt": "User-agent: *\nDisallow: /no",
    }
    site.feed("/1", "/no/3")
    assert run(["watch", feeds, "--once"]) == 0
    seen = capsys.readouterr()
    assert site.take() == ["/robots.txt", "/feed", "/1"]
    assert "robots.txt does not allow it" in seen.err
    assert "2 entries, 1 report added" in seen.out
    site.feed("/1", "/2")
    assert run(["watch", feeds, "--once"]) == 0
    assert site.take() == ["/robots.txt", "/feed", "/2"]
    assert run(["watch", feeds, "--once"]) == 0
    mark = next(mark for path, mark in site.asked if path == "/feed")
    assert mark is not None
    assert site.take() == ["/robots.txt", "/feed"]
    with open_store(str(store)) as kept:
        found = {(document.url, document.outlet, document.published) for document in kept.documents()}
    assert found == {(f"{site.address}/{n}", "Sylvan Post", "2013-02-12") for n in (1, 2)}


def test_what_waits_for_a_date_and_what_has_no_page_is_counted(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/1"] = STORY.format(day=3)
    site.feed("/1")
    bare = (
        "<item><title>Envoy recalled</title><description>Sylvania recalled its ambassador to Ruritania on Monday,"
        " state radio said.</description><pubDate>Tue, 12 Feb 2013 09:00:00 +0000</pubDate></item>"
    )
    undated = site.pages["/feed"].replace("<pubDate>Tue, 12 Feb 2013 09:00:00 +0000</pubDate>", "")
    site.pages["/feed"] = undated.replace("</channel>", f"{bare}</channel>")
    assert run(["watch", feeds, "--once"]) == 0
    assert "2 entries, 2 reports added; 1 of them undated: detente date" in capsys.readouterr().out
    with open_store(str(store)) as kept:
        found = {(document.title, document.published) for document in kept.documents()}
    assert found == {("Story /1", None), ("Envoy recalled", "2013-02-12")}


def test_watching_ends_when_interrupted_and_goes_on_where_it_was(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    site.pages |= {"/1": STORY.format(day=3)}
    site.feed("/1")
    with monkeypatch.context() as patched:
        patched.setattr("detente.cli.watching.time.sleep", interrupt)
        assert run(["watch", feeds]) == 130
    assert "the same command goes on" in capsys.readouterr().err
    site.take()
    assert run(["watch", feeds, "--once"]) == 0
    assert "/1" not in site.take()
    with open_store(str(store)) as kept:
        assert len(list(kept.documents())) == 1


def test_a_feed_that_fails_again_is_left_alone_for_longer(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.codes["/feed"] = 500
    waits = []
    for _ in range(3):
        with open_store(str(store)) as kept:
            known = kept.feed(f"{site.address}/feed")
            kept.keep_state(msgspec.structs.replace(known, due=0.0))
        before = time.time()
        assert run(["watch", feeds, "--once"]) == 1
        with open_store(str(store)) as kept:
            waits.append(kept.feed(f"{site.address}/feed").due - before)
    assert waits[0] < waits[1] < waits[2]


def test_an_article_that_fails_is_tried_again_but_not_for_ever(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.feed("/late")
    for _ in range(3):
        assert run(["watch", feeds, "--once"]) == 0
    assert site.take().count("/late") == 3
    assert run(["watch", feeds, "--once"]) == 0
    assert "/late" not in site.take()


def test_an_article_whose_server_is_busy_is_tried_again_however_often(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/1"] = STORY.format(day=3)
    site.feed("/1")
    site.codes["/1"] = 429
    for _ in range(4):
        assert run(["watch", feeds, "--once"]) == 0
    assert "429 Too Many Requests; try again later" in capsys.readouterr().err
    site.codes.clear()
    assert run(["watch", feeds, "--once"]) == 0
    assert "1 report added" in capsys.readouterr().out


def test_a_feed_that_fails_is_left_alone(
    site: Site, feeds: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.codes["/feed"] = 503
    assert run(["watch", feeds, "--once"]) == 1
    said = "503 Service Unavailable; it asks to be left alone for 28 h (the next try is in 28 h)"
    assert said in capsys.readouterr().err
    site.take()
    assert run(["watch", feeds, "--once"]) == 0
    assert site.take() == []
    with open_store(str(store)) as kept:
        state = kept.feed(f"{site.address}/feed")
        assert (state.failures, state.due > 90_000) == (1, True)
    site.codes.clear()


def test_a_site_that_cannot_say_what_it_allows_is_not_asked(site: Site) -> None:
    site.codes["/robots.txt"] = 500
    site.pages["/1"] = STORY
    guest = Guest(pace=0, limit=10_000, timeout=5)
    with pytest.raises(DocumentError, match=r"robots\.txt could not be read"):
        guest.ask(f"{site.address}/1")


def test_one_host_is_not_asked_twice_within_its_pace(site: Site) -> None:
    site.pages |= {"/1": STORY, "/robots.txt": "User-agent: *\nCrawl-delay: 7"}
    moment, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        moment[0] += seconds

    guest = Guest(pace=2, limit=10_000, timeout=5, clock=lambda: moment[0], sleep=sleep)
    guest.ask(f"{site.address}/1")
    moment[0] += 3
    guest.ask(f"{site.address}/1")
    assert slept == [4.0]


@pytest.mark.parametrize("page", ["", " \n", "<html><body>No feed here</body></html>"])
def test_an_answer_that_is_no_feed_stops_no_other(
    site: Site, feeds: str, capsys: pytest.CaptureFixture[str], store: Path, page: str
) -> None:
    site.pages |= {"/1": STORY.format(day=3), "/none": page}
    site.feed("/1")
    path = Path(feeds)
    good = path.read_text(encoding="utf-8").removeprefix("pace = 0\n")
    path.write_text(f'pace = 0\n[[feed]]\nurl = "{site.address}/none"\n{good}', encoding="utf-8")
    assert run(["watch", feeds, "--once"]) == 1
    seen = capsys.readouterr()
    assert f"{site.address}/none: is no RSS or Atom feed" in seen.err
    assert "1 entry, 1 report added" in seen.out


def test_a_file_of_feeds_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file; check the spelling"):
        read_feeds(tmp_path / "absent.toml")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("feed = 1", "Expected `array`"),
        ("[[feed]]\nlink = 'x'", "unknown field `link`"),
        ("[[feed]\n", "Expected"),
        ("feed = []", "length >= 1"),
        ("[[feed]]\nurl = 'post.example/feed'", "matching regex"),
        ("[[feed]]\nurl = 'https://post.example'\nevery = 0", "> 0"),
        ("pace = -1\n[[feed]]\nurl = 'https://post.example'", ">= 0"),
    ],
)
def test_a_file_of_feeds_that_cannot_be_used_says_why(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=problem):
        read_feeds(path)
