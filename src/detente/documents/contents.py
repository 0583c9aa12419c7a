"""A stream of bytes -> the documents in it: JSON lines, a feed, an HTML page or plain text, told apart by looking.

A feed leads to pages, which are read in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

import msgspec

from detente.documents.boilerplate import Boilerplate
from detente.documents.decoding import decode_page, decode_text
from detente.documents.feeds import LOOKS_LIKE_A_FEED, Entry, article_in, read_feed, with_entry
from detente.documents.fields import too_large
from detente.documents.lines import read_json_lines
from detente.documents.media import form_of
from detente.documents.pages import read_page
from detente.documents.plain import read_plain
from detente.documents.web import fetch
from detente.errors import DocumentError
from detente.records import Document

_LOOKS_LIKE_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"|$)|\[\s*(?:\{|$))")
_LOOKS_LIKE_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How inputs are read: what a document may cost, the encoding that the user named, what is no article."""

    max_bytes: int
    timeout: float
    boilerplate: Boilerplate
    encoding: str | None = None


def read_contents(
    stream: BinaryIO,
    *,
    file: str,
    terms: Terms,
    form: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    size: int | None = None,
    follow: bool = True,
) -> Iterator[Document | DocumentError]:
    """The documents of a stream, or what is wrong with it.

    form: `text`, `html`, `jsonl`, `feed`, or None to find out by looking. charset, url: as the server said.
    size: in bytes, when known, so that what is too large is not read at all. follow: read the articles of a feed;
    not for what a feed itself has led to.
    """
    limit = terms.max_bytes
    head = _first_lines(stream, limit)
    if (form or _form_of(head)) == "jsonl":
        yield from read_json_lines(head, stream, file=file, limit=limit, encoding=terms.encoding)
        return
    try:
        if size is not None and size > limit:
            raise too_large(file, limit=limit, size=size)
        raw = head + stream.read(max(0, limit + 1 - len(head)))
        if len(raw) > limit:
            raise too_large(file, limit=limit)
        # Servers call many a feed a page.
        if follow and (_form_of(raw) if form in (None, "html") else form) == "feed":
            yield from read_articles(raw, file=file, terms=terms, url=url)
            return
        yield _read_whole(raw, file=file, terms=terms, form=form, charset=charset, url=url)
    except DocumentError as error:
        yield error


def read_articles(
    raw: bytes, *, file: str, terms: Terms, url: str | None
) -> Iterator[Document | DocumentError]:
    """The article of each entry, or what is wrong with it. Raises `DocumentError` when this is no feed."""
    for number, entry in enumerate(read_feed(raw, file=url or file), 1):
        held = article_in(entry, file=file, boilerplate=terms.boilerplate)
        if held is not None:
            yield held
        elif entry.url is None:
            yield DocumentError(
                file=file,
                record=f"entry {number}",
                problem="has neither an article nor an address",
                remedy="give the article itself",
            )
        else:
            yield from fetch_article(entry, terms=terms)


def fetch_article(entry: Entry, *, terms: Terms) -> Iterator[Document | DocumentError]:
    """The article on an entry's page."""
    assert entry.url is not None
    try:
        page = fetch(entry.url, limit=terms.max_bytes, timeout=terms.timeout)
    except DocumentError as error:
        yield error
        return
    yield from read_article(entry, page.raw, page.media_type, page.charset, terms=terms)


def read_article(
    entry: Entry, raw: bytes, media_type: str | None, charset: str | None, *, terms: Terms
) -> Iterator[Document | DocumentError]:
    """The article of a page that was fetched for an entry, under the entry's address."""
    items = read_contents(
        BytesIO(raw),
        file=entry.url or "",
        terms=terms,
        form=form_of(media_type),
        charset=charset,
        url=entry.url,
        follow=False,
    )
    for item in items:
        yield with_entry(item, entry) if isinstance(item, Document) else item


def _read_whole(
    raw: bytes, *, file: str, terms: Terms, form: str | None, charset: str | None, url: str | None
) -> Document:
    if not raw.strip():
        raise DocumentError(file=file, problem="is empty", remedy="give a file or page with text in it")
    if (form or _form_of(raw)) == "html":
        html = decode_page(raw, file=file, declared=charset, encoding=terms.encoding)
        return read_page(html, file=file, boilerplate=terms.boilerplate, url=url)
    document = read_plain(decode_text(raw, file=file, encoding=terms.encoding or charset), file=file)
    return msgspec.structs.replace(document, url=document.url or url)


def _first_lines(stream: BinaryIO, limit: int) -> bytes:
    """The lines up to the first that is not blank."""
    head = b""
    while len(head) <= limit and (line := stream.readline(limit + 1 - len(head))):
        head += line
        if line.strip():
            break
    return head


def _form_of(raw: bytes) -> str:
    if _LOOKS_LIKE_JSON.match(raw):
        return "jsonl"
    if LOOKS_LIKE_A_FEED.match(raw):
        return "feed"
    return "html" if _LOOKS_LIKE_HTML.match(raw) else "text"
