"""Parquet, mail and feeds become documents; what is wrong with one of them does not stop the others."""

import mailbox
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.documents.inputs import count_documents, read_documents
from detente.errors import DocumentError
from detente.records import Document

BODY = (
    "Ruritania will send its envoy to Sylvania on Monday, the ministry said. No date was named for the talks."
)
PAGE = f"<html><body><article><p>{BODY}</p></article></body></html>"
LONG = "<p>" + " ".join([BODY] * 10) + "</p>"


def items(*inputs: Path | str) -> list[Document | str]:
    """Documents, and errors by their text without the folder."""
    return [
        item if isinstance(item, Document) else str(item).split("/")[-1]
        for item in read_documents(map(str, inputs))
    ]


def test_parquet_rows_with_dates_of_any_sort(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    rows = {
        "id": [1, 2, 3],
        "text": [BODY, None, BODY + "!"],
        "published": [date(2013, 2, 12), None, None],
        "more": ["x", "y", "z"],
    }
    pq.write_table(pa.table(rows), path)
    first, second, third = items(path)
    assert isinstance(first, Document)
    assert (first.source_id, first.published) == ("1", "2013-02-12")
    assert isinstance(second, str)
    assert "row 2: has no text" in second
    assert isinstance(third, Document)
    assert count_documents([str(path)]) == 3


def test_parquet_cells_that_are_not_called_text(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    rows = {
        "text": [BODY.encode(), b"caf\xe9"],
        "title": [b"T\xc3\xb6rn", None],
        "published": [b"2013-02-12", None],
    }
    pq.write_table(pa.table(rows), path)
    first, second = items(path)
    assert isinstance(first, Document)
    assert (first.text, first.title, first.published) == (f"Törn\n\n{BODY}", "Törn", "2013-02-12")
    assert second == "news.parquet: row 2: text is not text in UTF-8 (byte 4); write it as text"
    pq.write_table(pa.table({"text": [7]}), path)
    assert items(path) == [
        "news.parquet: row 1: its text is no text (int); name the column that holds the article"
    ]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("PAR?", "is no Parquet file"),
        ("PAR1", "is no Parquet file"),
        ({"body": [BODY]}, "has no column 'text'"),
    ],
)
def test_parquet_that_cannot_be_read_says_why(
    tmp_path: Path, table: dict[str, list[str]] | str, problem: str
) -> None:
    path = tmp_path / "news.parquet"
    if isinstance(table, str):
        path.write_bytes(table.encode() + bytes(100) + table.encode())
    else:
        pq.write_table(pa.table(table), path)
    [error] = items(path)
    assert isinstance(error, str)
    assert problem in error


def _message(subject: str, body: str | None, subtype: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Sylvan Post <news@post.example>"
    message["Date"], message["Message-ID"] = "Tue, 12 Feb 2013 23:30:00 -0500", f"<{subject}@post.example>"
    if body is not None:
        message.set_content(body, subtype=subtype)
    return message


def test_mail(tmp_path: Path) -> None:
    path = tmp_path / "news.mbox"
    box = mailbox.mbox(path)
    for message in (_message("Recall", BODY), _message("Page", PAGE, "html"), _message("Empty", None)):
        box.add(message)
    box.close()
    first, second, third = items(path)
    assert isinstance(first, Document)
    assert (first.title, first.outlet, first.published) == ("Recall", "Sylvan Post", "2013-02-12")
    assert first.text.startswith("Recall\n\nRuritania will send")
    assert isinstance(second, Document)
    assert second.text == f"Page\n\n{BODY}"
    assert isinstance(third, str)
    assert "message 3: has no text" in third
    one = tmp_path / "one.eml"
    one.write_bytes(_message("Recall", BODY).as_bytes())
    assert [item.text for item in items(one) if isinstance(item, Document)] == [first.text]


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Strelsau Courier</title>
<item><title>Envoy recalled</title><link>{site}/1</link><pubDate>Tue, 12 Feb 2013 23:30:00 -0500</pubDate></item>
<item><title>Whole story</title><link>{site}/2</link><content:encoded><![CDATA[{long}]]></content:encoded></item>
<item><title>Gone</title><link>{site}/gone</link></item>
<item><title>Nowhere</title></item>
</channel></rss>"""


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {"/feed": FEED.format(site=f"http://{self.headers['Host']}", long=LONG), "/1": PAGE}
        page = pages.get(self.path)
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((page or "").encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.02))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_feed_is_read_entry_by_entry(site: str) -> None:
    """Even when the server calls it a page, and with one article in the feed itself."""
    first, second, gone, nowhere = read_documents([f"{site}/feed"])
    assert isinstance(first, Document)
    assert (first.title, first.outlet, first.published) == (
        "Envoy recalled",
        "Strelsau Courier",
        "2013-02-12",
    )
    assert first.url == f"{site}/1"
    assert isinstance(second, Document)
    assert second.text.startswith("Whole story\n\nRuritania will send")
    assert isinstance(gone, DocumentError)
    assert "404" in str(gone)
    assert isinstance(nowhere, DocumentError)
    assert "entry 4" in str(nowhere)


def test_a_feed_in_a_file(site: str, tmp_path: Path) -> None:
    path = tmp_path / "courier.xml"
    path.write_text(FEED.format(site=site, long=LONG), encoding="utf-8")
    assert [type(item) for item in read_documents([str(path)])] == [
        Document,
        Document,
        DocumentError,
        DocumentError,
    ]
