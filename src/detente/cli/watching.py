"""`detente watch`: feeds read again and again, what is new in them coded and kept."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from detente.cli.adding import Adder, told_added
from detente.cli.coding import silence_libraries
from detente.cli.opening import opened
from detente.documents.boilerplate import load_boilerplate
from detente.documents.contents import Terms, read_article
from detente.documents.feeds import Entry, article_in, read_feed
from detente.documents.polite import Guest
from detente.documents.settings import read_settings
from detente.documents.web import BusyError, lasting
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.records import Document, Record
from detente.store import Store
from detente.store.adding import now
from detente.store.subscriptions import ArticleState, FeedState

DONE, SOME_FAILED, INTERRUPTED = 0, 1, 130
MINUTE = 60.0
LONGEST = 24 * 3600.0  # seconds: how long a feed that fails is left alone at most
TRIES = 3  # of an article that cannot be read


class Feed(Record, frozen=True, kw_only=True):
    """A feed to watch. outlet: its name, in place of what the feed says. every: minutes between two readings."""

    url: Annotated[str, Meta(pattern="^https?://.")]
    outlet: str | None = None
    every: Annotated[float, Meta(gt=0)] = 30.0


class Feeds(Record, frozen=True, kw_only=True):
    """The file of feeds. pace: seconds between two requests to one host."""

    feed: Annotated[tuple[Feed, ...], Meta(min_length=1)]
    pace: Annotated[float, Meta(ge=0)] = 5.0


@dataclass(frozen=True, kw_only=True)
class Watching:
    """What `detente watch` was asked to do."""

    feeds: Path
    once: bool
    store: str | None
    knowledge: Path | None
    model: str | None
    max_bytes: int
    timeout: float
    verbose: bool = False


def read_feeds(path: Path) -> Feeds:
    """The feeds of a TOML file. Raises `DocumentError`."""
    remedy = 'write tables [[feed]] with url = "https://..." and, if need be, outlet and every (minutes)'
    return read_settings(path, Feeds, remedy=remedy)


def watch(task: Watching) -> int:
    """Read the feeds when they are due, until interrupted or, with `once`, one time; the exit code."""
    silence_libraries()
    feeds = read_feeds(task.feeds)
    with opened(task.store, knowledge=task.knowledge, create=True) as store:
        watcher = Watcher(task, feeds, store)
        try:
            watcher.round(anew=task.once)
            while not task.once:
                time.sleep(max(1.0, watcher.rest()))
                watcher.round(anew=False)
        except KeyboardInterrupt:
            sys.stderr.write("detente: interrupted; what was read is kept, and the same command goes on\n")
            return INTERRUPTED
    return SOME_FAILED if watcher.failed else DONE


@dataclass
class Watcher:
    """Reads feeds into a store."""

    task: Watching
    feeds: Feeds
    store: Store
    clock: Callable[[], float] = time.time
    failed: bool = False
    guest: Guest = field(init=False)
    adder: Adder = field(init=False)
    terms: Terms = field(init=False)

    def __post_init__(self) -> None:
        task = self.task
        self.guest = Guest(pace=self.feeds.pace, limit=task.max_bytes, timeout=task.timeout)
        self.adder = Adder(self.store, knowledge=task.knowledge, model=task.model, verbose=task.verbose)
        folders = [BUILT_IN, *([task.knowledge] if task.knowledge else [])]
        self.terms = Terms(
            max_bytes=task.max_bytes, timeout=task.timeout, boilerplate=load_boilerplate(folders)
        )

    def rest(self) -> float:
        """Seconds until the next feed is due."""
        return min(self.store.feed(feed.url).due for feed in self.feeds.feed) - self.clock()

    def round(self, *, anew: bool) -> None:
        """Read the feeds that are due; with `anew` also those that are not, but for ones that have failed."""
        for feed in self.feeds.feed:
            known = self.store.feed(feed.url)
            if known.due <= self.clock() or (anew and not known.failures):
                self._read(feed, known)

    def _read(self, feed: Feed, known: FeedState) -> None:
        try:
            answer = self.guest.ask(feed.url, etag=known.etag, modified=known.modified)
            if answer.code == 304:
                self._keep(feed, known, marks=(known.etag, known.modified))
                return
            if answer.page is None:
                self._fail(feed, known, answer.error or answer.code, wait=answer.wait)
                return
            entries = read_feed(answer.page.raw, file=feed.url)
        except DocumentError as error:
            self._fail(feed, known, error, wait=None)
            return
        outcomes = Counter(self._take(feed, entry) for entry in entries)
        # An article that is to be tried again is met again only if the feed is sent again.
        marks = (None, None) if outcomes["again"] else (answer.etag, answer.modified)
        self._keep(feed, known, marks=marks)
        entries_read = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
        sys.stdout.write(f"{feed.url}: {entries_read}, {told_added(outcomes)}\n")
        sys.stdout.flush()

    def _keep(self, feed: Feed, known: FeedState, *, marks: tuple[str | None, str | None]) -> None:
        etag, modified = marks
        self.store.keep_state(
            FeedState(
                url=known.url,
                etag=etag,
                modified=modified,
                seen=now(),
                due=self.clock() + feed.every * MINUTE,
            )
        )

    def _fail(self, feed: Feed, known: FeedState, error: object, *, wait: float | None) -> None:
        """Leave the feed alone twice as long after each failure, or as long as its server asks."""
        self.failed = True
        rest = max(wait or 0.0, min(feed.every * MINUTE * 2 ** (known.failures + 1), LONGEST))
        sys.stderr.write(f"detente: {error} (the next try is in {lasting(rest)})\n")
        self.store.keep_state(
            msgspec.structs.replace(
                known, failures=known.failures + 1, due=self.clock() + rest, problem=str(error)
            )
        )

    def _take(self, feed: Feed, entry: Entry) -> str:
        """What became of an entry: coded, known, undated, unread, crashed, or to be tried again."""
        url = entry.url
        before = self.store.article(url) if url else None
        failures = before.failures if before else 0
        if before and before.updated == entry.updated and failures in (0, TRIES):
            return "known"
        found = [self._add(feed, item) for item in self._article(entry)]
        if any(isinstance(item, BusyError) for item, _ in found):
            return "again"  # however often: the article is not to blame
        problem = next((str(item) for item, _ in found if isinstance(item, DocumentError)), None)
        failures = failures + 1 if problem else 0
        if url:
            self.store.keep_state(
                ArticleState(
                    url=url, feed=feed.url, updated=entry.updated, failures=failures, problem=problem
                )
            )
        if problem:
            return "again" if failures < TRIES else "unread"
        return found[0][1] if found else "unread"

    def _add(self, feed: Feed, item: Document | DocumentError) -> tuple[Document | DocumentError, str]:
        if isinstance(item, Document) and feed.outlet:
            item = msgspec.structs.replace(item, outlet=feed.outlet)
        return item, self.adder.add(feed.url, item)

    def _article(self, entry: Entry) -> Iterator[Document | DocumentError]:
        held = article_in(entry, file=entry.url or "", boilerplate=self.terms.boilerplate)
        if held is not None or entry.url is None:
            yield from [held] if held else []
            return
        try:
            answer = self.guest.ask(entry.url)
        except DocumentError as error:
            yield error
            return
        if answer.page is None:
            if answer.error:
                yield answer.error
            return
        page = answer.page
        yield from read_article(entry, page.raw, page.media_type, page.charset, terms=self.terms)
