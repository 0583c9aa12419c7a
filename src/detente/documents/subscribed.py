"""A feed -> the articles that it tells of, each as the feed holds it or as its page does."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from detente.documents.contents import Terms, read_contents
from detente.documents.feeds import Entry, article_in, read_feed, with_entry
from detente.documents.media import form_of
from detente.documents.web import fetch
from detente.errors import DocumentError
from detente.records import Document


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
