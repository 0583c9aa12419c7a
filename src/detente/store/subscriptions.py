"""What the store knows of the feeds that are watched, so that watching goes on where it was."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from detente.records import Record
from detente.store import tables as t


class FeedState(Record, frozen=True, kw_only=True):
    """etag, modified: marks of the last answer. failures: in a row. due: not before, seconds since 1970."""

    url: str
    etag: str | None = None
    modified: str | None = None
    seen: str | None = None
    failures: int = 0
    due: float = 0.0
    problem: str | None = None


class ArticleState(Record, frozen=True, kw_only=True):
    """An article that a feed told of. updated: as the feed said when it was fetched."""

    url: str
    feed: str
    updated: str | None = None
    failures: int = 0
    problem: str | None = None


def feed_state(connection: Connection, url: str) -> FeedState:
    """What is known of a feed; of a new one nothing."""
    row = connection.execute(select(t.feeds).where(t.feeds.c.url == url)).first()
    return FeedState(**row._mapping) if row else FeedState(url=url)


def article_state(connection: Connection, url: str) -> ArticleState | None:
    """What is known of an article; None for a new one."""
    row = connection.execute(select(t.fetched).where(t.fetched.c.url == url)).first()
    return ArticleState(**row._mapping) if row else None


def keep_state(connection: Connection, state: FeedState | ArticleState) -> None:
    """Keep what is known now in the place of what was."""
    table = t.feeds if isinstance(state, FeedState) else t.fetched
    connection.execute(delete(table).where(table.c.url == state.url))
    row = {name: getattr(state, name) for name in state.__struct_fields__}
    connection.execute(insert(table).values(row))
