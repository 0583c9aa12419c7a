"""The bytes of an RSS or Atom feed -> its entries, newest first as the feed has them; fetches nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

from detente.documents.boilerplate import Boilerplate
from detente.documents.fields import one_line, with_title
from detente.documents.pages import read_page
from detente.errors import DocumentError
from detente.records import Document

LOOKS_LIKE_A_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
WHOLE = 150  # words: what an entry itself holds of an article when it holds more than its opening


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An article that a feed tells of. published: ISO day. updated: as the feed says it. html: what the feed holds."""

    url: str | None
    title: str | None
    published: str | None
    updated: str | None
    outlet: str | None
    html: str | None


def read_feed(raw: bytes, *, file: str) -> list[Entry]:
    """The entries of a feed; `file` is its address. Raises `DocumentError` when it is none."""
    import feedparser  # noqa: PLC0415 - only feeds need it

    feed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):  # of no bytes at all it says nothing
        raise DocumentError(
            file=file,
            problem="is no RSS or Atom feed",
            remedy="give the feed's own address, or the article's",
        )
    outlet = one_line(feed.feed.get("title"))
    return [_entry(entry, outlet, file) for entry in feed.entries]


def _entry(entry: Any, outlet: str | None, base: str) -> Entry:
    link = one_line(entry.get("link"))
    return Entry(
        url=urljoin(base, link) if link else None,
        title=one_line(entry.get("title")),
        published=_day(entry, "published") or _day(entry, "updated"),
        updated=one_line(entry["updated"]) if "updated" in entry else None,
        outlet=outlet,
        html=_longest(entry),
    )


def _longest(entry: Any) -> str | None:
    parts = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    return max(parts, key=len) or None


def _day(entry: Any, name: str) -> str | None:
    """The day on the outlet's own clock, as far as its date can be read; else that of the same moment in UTC."""
    if name not in entry or not entry.get(f"{name}_parsed"):
        return None
    written, moment = entry[name], entry[f"{name}_parsed"]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written.strip()).date().isoformat()
        except ValueError:
            continue
    return date(moment[0], moment[1], moment[2]).isoformat()


def article_in(entry: Entry, *, file: str, boilerplate: Boilerplate) -> Document | None:
    """The article that the feed itself holds; None when it holds its opening only, and the page must be fetched.

    An entry without an address has no page: what it holds is all that there is.
    """
    if not entry.html or (entry.url and len(entry.html.split()) < WHOLE):
        return None
    page = f"<html><body><article>{entry.html}</article></body></html>"
    try:
        return with_entry(read_page(page, file=file, boilerplate=boilerplate, url=entry.url), entry)
    except DocumentError:
        return None


def with_entry(document: Document, entry: Entry) -> Document:
    """The document with what the feed says of it where its page says nothing."""
    title = document.title or entry.title
    # A page that does not name its outlet was given the name of its host.
    named = document.outlet and document.outlet not in (entry.url or "")
    return Document(
        text=with_title(title, document.text) if document.title is None else document.text,
        title=title,
        outlet=entry.outlet if not named else document.outlet,
        published=document.published or entry.published,
        url=document.url or entry.url,
        source_id=document.source_id,
    )
