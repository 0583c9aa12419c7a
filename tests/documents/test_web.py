"""Addresses are read from a real server on the loopback interface."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from detente.documents.inputs import read_documents
from detente.errors import DocumentError
from detente.records import Document

SENTENCES = (
    "Ruritania will send its envoy to Sylvania on Monday, the ministry in Strelsau said.",
    "No date was named for the talks about the bridge, which has been closed since the autumn.",
)
HTML = (
    "<html><body><article><h1>Envoy to travel</h1>"
    f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article></body></html>"
)
JSON_LINES = '{"text": "Ruritania recalls its envoy."}\n{"text": 1}\n'
PAGES: dict[str, tuple[int, str, bytes]] = {
    "/page": (200, "text/html; charset=utf-8", HTML.encode()),
    "/western": (200, "text/html; charset=iso-8859-1", HTML.replace("said.", "“said”.").encode("cp1252")),
    "/plain": (200, "text/plain", SENTENCES[0].encode()),
    "/unsaid": (200, "", HTML.encode()),
    "/lines": (200, "application/x-ndjson", JSON_LINES.encode()),
    "/picture": (200, "image/png", b"\x89PNG\r\n\x1a\n"),
    "/empty": (200, "text/html", b""),
    "/gone": (404, "text/html", b"<p>gone</p>"),
    "/wall": (403, "text/html", b"<p>no</p>"),
    "/down": (503, "text/html", b"<p>later</p>"),
    "/packed": (200, "application/gzip", gzip.compress(HTML.encode())),
    "/torn": (200, "application/gzip", gzip.compress(HTML.encode())[:-20]),
    "/no-zip": (200, "application/gzip", b"\x1f\x8bno"),
    "/bomb": (200, "application/gzip", gzip.compress(b"x" * 300_000)),
    "/often": (429, "text/html", b"<p>later</p>"),
    "/large": (200, "text/plain", b"x" * 300_000),
}


class Site(BaseHTTPRequestHandler):
    """Serves PAGES; `/moved` leads to `/page`, `/circle` to itself, `/slow` drips."""

    def do_GET(self) -> None:
        if self.path in ("/moved", "/circle"):
            self.send_response(302)
            self.send_header("Location", "/page" if self.path == "/moved" else "/circle")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            self.drip()
        else:
            status, media_type, body = PAGES[self.path]
            self.send_response(status)
            if media_type:
                self.send_header("Content-Type", media_type)
            if status == 429:
                self.send_header("Retry-After", "1200")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.write(body)

    def drip(self) -> None:
        for _ in range(50):
            if not self.write(b"x"):
                return
            time.sleep(0.05)

    def write(self, body: bytes) -> bool:
        """Whether the reader still listens: it hangs up at its limits."""
        try:
            self.wfile.write(body)
            self.wfile.flush()
        except OSError:
            return False
        return True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing on standard error."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved", "/unsaid", "/packed"])
def test_a_page_is_read_from_its_last_address(site: str, path: str) -> None:
    [document] = read_documents([site + path])
    assert isinstance(document, Document)
    assert document.text == "\n\n".join(("Envoy to travel", *SENTENCES))
    assert document.url == site + ("/page" if path == "/moved" else path)


def test_the_encoding_is_the_one_that_the_server_names(site: str) -> None:
    [document] = read_documents([site + "/western"])
    assert isinstance(document, Document)
    assert "“said”." in document.text


def test_plain_text_and_json_lines_are_told_by_their_type(site: str) -> None:
    plain, line, error = read_documents([site + "/plain", site + "/lines"])
    assert isinstance(plain, Document)
    assert (plain.text, plain.url) == (SENTENCES[0], site + "/plain")
    assert isinstance(line, Document)
    assert str(error).startswith(f"{site}/lines: line 2: not a document")


BAD = [
    ("/gone", "the server answered 404 Not Found; check the address"),
    ("/wall", "the server answered 403 Forbidden; open it in a browser, save the page and give that file"),
    ("/down", "the server answered 503 Service Unavailable; try again later"),
    ("/often", "the server answered 429 Too Many Requests; it asks to be left alone for 20 min"),
    ("/torn", "is a damaged gzip file; try again later"),
    ("/no-zip", "is a damaged gzip file; try again later"),
    ("/bomb", "is over the limit of 0.2 MB a document"),
    ("/circle", "redirects more than 10 times; open it in a browser"),
    (
        "/large",
        "is over the limit of 0.2 MB a document; split it into documents, or raise the limit with --max-size",
    ),
    ("/slow", "did not answer within 2 s; try again later, or allow more time with --timeout"),
    ("/picture", "is a PNG picture, not text; save the article"),
    ("/empty", "is empty; give a file or page with text in it"),
]


@pytest.mark.parametrize(("path", "message"), BAD)
def test_a_bad_answer_is_one_line_and_the_others_go_on(site: str, path: str, message: str) -> None:
    timeout = 2 if path == "/slow" else 30  # a busy machine may keep the other pages waiting
    error, document = read_documents([site + path, site + "/page"], max_bytes=200_000, timeout=timeout)
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{site}{path}: {message}")
    assert isinstance(document, Document)


NOWHERE = (
    "http://127.0.0.1:1/",
    "http://",
    "http://[::1",
    "https://name.invalid/a",
    "https://...",
    "http://a..b/c",
    f"http://{'a' * 70}.org/",
    "https://xn--/",
)


@pytest.mark.parametrize("url", NOWHERE)
def test_an_address_that_leads_nowhere_is_an_error(url: str) -> None:
    [error] = read_documents([url])
    assert isinstance(error, DocumentError)
    assert str(error).startswith(f"{url}: could not be fetched (")
    assert str(error).endswith("; check the address and the connection")
