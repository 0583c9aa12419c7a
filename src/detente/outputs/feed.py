"""Dossiers -> an Atom feed (RFC 4287): one entry for each change, newest first, with an id that stays.

The feed depends on the dossiers and the days alone: an entry is "updated" at the start of the day of publication
that brought it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from detente.dossiers.records import Dossier
from detente.knowledge.dossiers import DossierTables
from detente.outputs.brief.items import Item, changed_items
from detente.outputs.brief.render import environment

MOST = 200  # entries of a feed; readers ask again before as many are new
FEED_ID = "urn:detente:changes"
EMPTY = datetime(1970, 1, 1, tzinfo=UTC)


def feed_bytes(
    dossiers: Iterable[Dossier],
    *,
    until: str | None,
    tables: DossierTables,
    since: str | None = None,
    title: str = "détente: what changed",
    name: str = "",
    address: str | None = None,
    pages: str | None = None,
) -> bytes:
    """The feed as UTF-8 XML. name: what tells this feed from others of the same store. address: where it is read.

    pages: where the pages of dossiers are; an entry whose report has no address of its own leads there.
    """
    from feedgen.feed import FeedGenerator  # noqa: PLC0415

    items = [item for one in dossiers for item in changed_items(one, since=since, until=until, tables=tables)]
    items.sort(key=lambda item: (item.day, item.title, item.change or ""), reverse=True)
    feed = FeedGenerator()
    feed.id(f"{FEED_ID}:{name}" if name else FEED_ID)
    feed.title(title)
    feed.author({"name": "détente"})
    feed.generator("détente")
    feed.updated(_moment(items[0].day) if items else EMPTY)
    if address:
        feed.link(href=address, rel="self")
    words = environment(html=False).get_template("words.j2").module
    for item in items[:MOST]:
        link = item.link or (pages and f"{pages}{item.dossier}")
        _add(feed, item, str(words.happened(item)).strip(), link)  # type: ignore[attr-defined]
    made: bytes = feed.atom_str(pretty=True)
    return made


def _add(feed: object, item: Item, happened: str, link: str | None) -> None:
    entry = feed.add_entry(order="append")  # type: ignore[attr-defined]
    entry.id(f"urn:detente:{item.change}")
    entry.title(f"{item.title}{happened}")
    entry.updated(_moment(item.day))
    entry.published(_moment(item.day))
    entry.category(term=item.kind)
    if link:
        entry.link(href=link, rel="alternate")
    by = ", ".join(part for part in (item.source, item.outlet) if part)
    text = f"“{item.sentence}” ({by})" if item.sentence else f"{item.title}{happened}."
    entry.content(text, type="text")


def _moment(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)
