"""Where a command takes dossiers and reports from: the store, or a file of reports that is linked in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from detente.cli.unread import naming
from detente.documents.coded import read_reports
from detente.dossiers import Watchlist, accounts_of, link
from detente.dossiers.records import Dossier
from detente.errors import DetenteError
from detente.knowledge.dossiers import DossierTables, load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.outputs.exports.rows import Link
from detente.records import Report
from detente.relations import sides
from detente.store import Filter, Store
from detente.store.engine import reading
from detente.store.filters import has_kind
from detente.store.links import read_dropped, read_links, read_viewers

ALIVE = ("proposed", "planned", "scheduled")


@dataclass(frozen=True, kw_only=True)
class Wish:
    """Which dossiers are wanted. changed: those that changed on these days, or that are still to come."""

    as_of: str
    pair: tuple[str, str] | None = None
    actor: str | None = None
    changed: tuple[str, str] | None = None


class Holding(Protocol):
    """Dossiers and reports, from wherever they come."""

    tables: DossierTables

    def dossiers(self, wish: Wish) -> Iterator[Dossier]:
        """The dossiers that are wanted."""

    def viewers(self, pair: tuple[str, str]) -> Iterator[Report]:
        """The reports that say something of the relation of the two, and perhaps others."""

    def dropped(self, as_of: str) -> frozenset[str]:
        """The ids of the reports that repeat another, or had been corrected by the end of a day."""

    def has_kind(self, kind: str) -> bool:
        """Whether there is an event of this kind."""

    def watchlist(self, name: str) -> Watchlist:
        """A watchlist that is kept. Raises `DetenteError` when there is none of this name."""


class StoreHolding:
    """What a store holds."""

    def __init__(self, store: Store) -> None:
        self.store, self.tables = store, store.tables

    def dossiers(self, wish: Wish) -> Iterator[Dossier]:
        """The dossiers by their latest news; one is read at a time."""
        asked = Filter(pair=wish.pair, actor=wish.actor)
        listed = [(one.dossier, one.status) for one in self.store.dossiers(asked, as_of=wish.as_of)]
        if wish.changed is not None:
            since, until = wish.changed
            fresh = {change.dossier for change in self.store.changes(since=since, until=until)}
            listed = [one for one in listed if one[0] in fresh or one[1] in ALIVE]
        for name, _ in sorted(listed):
            yield self.store.dossier(name)

    def viewers(self, pair: tuple[str, str]) -> Iterator[Report]:
        """The reports that say something of the relation of the two, by day of publication."""
        with reading(self.store.engine) as connection:
            yield from read_viewers(connection, pair)

    def dropped(self, as_of: str) -> frozenset[str]:
        """Those of the store."""
        with reading(self.store.engine) as connection:
            return frozenset(read_dropped(connection, as_of))

    def has_kind(self, kind: str) -> bool:
        """Whether the store has an event of this kind."""
        with reading(self.store.engine) as connection:
            return has_kind(connection, kind)

    def watchlist(self, name: str) -> Watchlist:
        """A watchlist of the store."""
        return self.store.watchlist(name)


class FileHolding:
    """Reports of a file, linked in memory; copies and corrections are told only by a store."""

    def __init__(self, name: str) -> None:
        self.tables = load_dossier_tables((BUILT_IN,))
        self._reports: list[Report] = []
        with naming() as tell:
            for item in read_reports([name]):
                if isinstance(item, Report):
                    self._reports.append(item)
                else:
                    tell(item)
        if not self._reports:
            raise DetenteError(
                f"{name}: there is no report in it; give what `detente code --format jsonl` writes"
            )

    def dossiers(self, wish: Wish) -> Iterator[Dossier]:
        """The dossiers by their ids."""
        accounts = [account for report in self._reports for account in accounts_of(report)]
        for dossier in sorted(link(accounts, tables=self.tables), key=lambda one: one.id):
            if _wanted(dossier, wish):
                yield dossier

    def viewers(self, pair: tuple[str, str]) -> Iterator[Report]:
        """All reports in the order of the file, whatever the pair."""
        yield from self._reports

    def dropped(self, as_of: str) -> frozenset[str]:
        """None are known."""
        return frozenset()

    def has_kind(self, kind: str) -> bool:
        """Whether a report of the file tells of an event of this kind."""
        return any(event.kind == kind for report in self._reports for event in report.events)

    def watchlist(self, name: str) -> Watchlist:
        """None is kept in a file of reports."""
        raise DetenteError(f"{name}: there is no such file of watchlists; check the spelling")


def _wanted(dossier: Dossier, wish: Wish) -> bool:
    events = [event for account in dossier.accounts for event in account.events]
    who = {side for event in events for side in sides((*event.actors, *event.recipients))}
    ids = {one.id for event in events for one in (*event.actors, *event.recipients)}
    return (wish.pair is None or set(wish.pair) <= who) and (wish.actor is None or wish.actor in who | ids)


@contextmanager
def holding(store: str | None, reports: str | None) -> Iterator[Holding]:
    """The reports of the file when one is named, else the store. Raises `DetenteError` when there is nothing."""
    if reports is not None:
        yield FileHolding(reports)
        return
    from detente.cli.opening import opened  # noqa: PLC0415

    with opened(store) as kept:
        if next(kept.reports(), None) is None:
            raise DetenteError(f"{kept.address}: the store is empty; add reports with detente add")
        yield StoreHolding(kept)


def stored_links(store: Store, documents: Sequence[str]) -> dict[str, Link]:
    """What the store knows of the accounts of these documents."""
    with reading(store.engine) as connection:
        return {account: Link(*link) for account, *link in read_links(connection, documents)}
