"""The store: reports in, dossiers out; one small interface over SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from detente.documents.fields import document_id
from detente.dossiers import Watchlist
from detente.dossiers.records import Account, Change, Dossier, Overrule
from detente.errors import StoreError
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.records import Document, Report, Versions
from detente.store import reading as r
from detente.store import subscriptions as f
from detente.store import tables as t
from detente.store import watching as w
from detente.store.adding import Touched, add_arrivals, arrival
from detente.store.engine import make_engine, reading, shown, store_address, writing
from detente.store.filters import Filter, check_asked, check_day
from detente.store.rebuilding import rebuild
from detente.store.removing import forget_document
from detente.store.rows import appearance_id
from detente.store.ruling import add_overrule
from detente.store.settling import settle
from detente.store.upgrade import open_up

EVERYTHING = Filter()
BATCH = 20  # reports in one transaction, of those that need no coding


def open_store(
    address: str | Path | None = None, *, tables: DossierTables | None = None, create: bool = True
) -> Store:
    """The store at a path or `postgresql://` address, brought up to date when need be, or made unless `create` is off.

    None: the one that DETENTE_STORE names, else the file detente.db. tables: what linking knows, ours if left out.
    Raises `StoreError`, also for a file that is somebody else's, which stays as it is.
    """
    url = store_address(None if address is None else str(address))
    if not create and url.drivername.startswith("sqlite") and not Path(str(url.database)).exists():
        raise StoreError(
            f"{shown(url)}: there is no such store; detente add makes one, or name another with --store"
        )
    engine = make_engine(url)
    try:
        open_up(engine, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, tables=tables or load_dossier_tables([BUILT_IN]))


def _checked(report: Report) -> Report:
    if not isinstance(report, Report):
        found = type(report).__name__
        raise StoreError(f"report: is a {found}; give what Coder().code(document) returns")
    return report


class Store:
    """Documents, reports, accounts and dossiers; several processes may use one store at once.

    What a method that writes has returned is kept, whatever happens next. Adding what is there changes nothing.
    """

    def __init__(self, engine: Engine, *, tables: DossierTables) -> None:
        self.tables = tables
        self.engine = engine
        self.address = shown(engine.url)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Touched]]:
        """One transaction, at the end of which all that rests on what was touched is put in order."""
        with writing(self.engine) as connection:
            touched = Touched(tables=self.tables)
            yield connection, touched
            settle(connection, touched)

    def knows(self, document: Document) -> bool:
        """Whether a text of this day, outlet and address is in the store already, so that it need not be coded."""
        name = appearance_id(
            document_id(document.text),
            published=document.published,
            outlet=document.outlet,
            url=document.url,
        )
        with reading(self.engine) as connection:
            query = select(t.appearances.c.number).where(t.appearances.c.id == name)
            return connection.execute(query).first() is not None

    def add(self, report: Report, *, recode: bool = False) -> bool:
        """Add a report; whether there was anything new in it. recode: also a new coding of a known text."""
        return self.add_many([report], recode=recode) == 1

    def add_many(self, reports: Iterable[Report], *, recode: bool = False) -> int:
        """Add reports in small transactions; how many were new."""
        return sum(new for _, new in self.adding(reports, recode=recode))

    def adding(self, reports: Iterable[Report], *, recode: bool = False) -> Iterator[tuple[int, int]]:
        """The same, saying after each transaction how many reports are safe now, and how many of them were new."""
        for batch in batched(reports, BATCH, strict=False):
            arrivals = [arrival(_checked(report)) for report in batch]  # before the store is locked
            with self.writing() as (connection, touched):
                new = add_arrivals(connection, arrivals, touched=touched, recode=recode)
            yield len(batch), new

    def reports(self, asked: Filter = EVERYTHING) -> Iterator[Report]:
        """The reports that documents stand by now, by day of publication. Raises `DetenteError` for an unknown kind or pair."""
        with reading(self.engine) as connection:
            check_asked(connection, asked)
            yield from r.read_reports(connection, asked)

    def accounts(self, asked: Filter = EVERYTHING) -> Iterator[Account]:
        """The accounts that have such an event, by day of publication."""
        with reading(self.engine) as connection:
            check_asked(connection, asked)
            yield from r.read_accounts(connection, asked)

    def documents(
        self, *, undated: bool = False, not_of: Versions | None = None
    ) -> Iterator[r.StoredDocument]:
        """All documents by day, only those that wait for one, or only those that were coded by other versions."""
        with reading(self.engine) as connection:
            yield from r.read_documents(connection, undated=undated, not_of=not_of)

    def document(self, name: str) -> r.StoredDocument:
        """A document by id, address or the id that its input gave. Raises `StoreError`."""
        with reading(self.engine) as connection:
            return r.read_document(connection, name)

    def dossier(self, name: str) -> Dossier:
        """A dossier by its id, one that it had, or the first digits of it. Raises `StoreError` with near ids."""
        with reading(self.engine) as connection:
            return r.read_dossier(connection, name)

    def dossiers(
        self, asked: Filter = EVERYTHING, *, as_of: str, watchlist: str | None = None
    ) -> Iterator[r.Listed]:
        """How each dossier stood at the end of a day, those with the latest news first. Raises `DetenteError`."""
        check_day("as_of", as_of)
        with reading(self.engine) as connection:
            check_asked(connection, asked)
            wanted = w.watcher(connection, watchlist, as_of=as_of, tables=self.tables)
            for one in r.read_listed(connection, asked, as_of=as_of):
                if wanted(one.dossier):
                    yield one

    def changes(self, *, since: str | None, until: str, watchlist: str | None = None) -> Iterator[Change]:
        """What the days changed, in their order. Raises `DetenteError` for what is no day."""
        check_day("since", since)
        check_day("until", until)
        with reading(self.engine) as connection:
            wanted = w.watcher(connection, watchlist, as_of=until, tables=self.tables)
            for change in r.read_changes(connection, since=since, until=until):
                if wanted(change.dossier):
                    yield change

    def keep_watchlists(self, watchlists: Iterable[Watchlist]) -> None:
        """Keep watchlists, each in the place of one of the same name."""
        with writing(self.engine) as connection:
            w.keep_watchlists(connection, watchlists)

    def drop_watchlist(self, name: str) -> bool:
        """Whether there was one of this name to be dropped."""
        with writing(self.engine) as connection:
            return w.drop_watchlist(connection, name)

    def watchlists(self) -> Sequence[Watchlist]:
        """All watchlists, by name."""
        with reading(self.engine) as connection:
            return w.stored_watchlists(connection)

    def watchlist(self, name: str) -> Watchlist:
        """One of them. Raises `StoreError` for one that there is not."""
        with reading(self.engine) as connection:
            return w.find_watchlist(connection, name)

    def feed(self, url: str) -> f.FeedState:
        """What is known of a feed that is watched."""
        with reading(self.engine) as connection:
            return f.feed_state(connection, url)

    def article(self, url: str) -> f.ArticleState | None:
        """What is known of an article that a feed told of; None for a new one."""
        with reading(self.engine) as connection:
            return f.article_state(connection, url)

    def keep_state(self, state: f.FeedState | f.ArticleState) -> None:
        """Keep what is known now of a feed or an article."""
        with writing(self.engine) as connection:
            f.keep_state(connection, state)

    def forget(self, name: str) -> r.StoredDocument:
        """Remove a document and all that rests on it; what it was. Raises `StoreError`."""
        with self.writing() as (connection, touched):
            document = r.read_document(connection, name)
            forget_document(connection, document.id, touched)
            return document

    def rebuild(self) -> int:
        """Derive all dossiers anew from the stored codings, without coding; how many documents there are."""
        with self.writing() as (connection, touched):
            return rebuild(connection, touched)

    def overrule(self, *overrules: Overrule) -> None:
        """Keep decisions of the user, and link anew what they are about."""
        with self.writing() as (connection, touched):
            for overrule in overrules:
                add_overrule(connection, overrule, touched)

    def overrules(self) -> Sequence[Overrule]:
        """Every decision, in the order in which they were made."""
        from detente.store.placing import stored_overrules  # noqa: PLC0415

        with reading(self.engine) as connection:
            return list(stored_overrules(connection))
