"""Watchlists in the store: kept by name, and what they let through."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select

from detente.dossiers import Watchlist, matches, state
from detente.errors import StoreError
from detente.knowledge.dossiers import DossierTables
from detente.store import tables as t
from detente.store.deriving import stored_dossier


def keep_watchlists(connection: Connection, watchlists: Iterable[Watchlist]) -> None:
    """Keep them, each in the place of one of the same name."""
    for one in watchlists:
        drop_watchlist(connection, one.name)
        row = {"name": one.name, "body": msgspec.json.encode(one).decode()}
        connection.execute(insert(t.watchlists).values(row))


def drop_watchlist(connection: Connection, name: str) -> bool:
    """Whether there was one of this name."""
    return connection.execute(delete(t.watchlists).where(t.watchlists.c.name == name)).rowcount > 0


def stored_watchlists(connection: Connection) -> list[Watchlist]:
    """All, by name."""
    bodies = connection.execute(select(t.watchlists.c.body).order_by(t.watchlists.c.name)).scalars()
    return [msgspec.json.decode(body, type=Watchlist) for body in bodies]


def find_watchlist(connection: Connection, name: str) -> Watchlist:
    """The one of this name. Raises `StoreError` for a watchlist that there is not."""
    known = {one.name: one for one in stored_watchlists(connection)}
    if name not in known:
        hint = f"there are {', '.join(known)}" if known else "detente watchlist set FILE.toml keeps some"
        raise StoreError(f"{name}: there is no such watchlist; {hint}")
    return known[name]


def watcher(
    connection: Connection, name: str | None, *, as_of: str, tables: DossierTables
) -> Callable[[str], bool]:
    """Says of a dossier's id whether the watchlist lets it through; None lets all through.

    Raises `StoreError` for a watchlist that there is not.
    """
    if name is None:
        return lambda dossier: True
    watchlist = find_watchlist(connection, name)
    seen: dict[str, bool] = {}

    def lets_through(dossier: str) -> bool:
        if dossier not in seen:
            found = stored_dossier(connection, dossier)
            stands = found and state(found, as_of, tables=tables)
            seen[dossier] = bool(found and stands and matches(stands, watchlist, found))
        return seen[dossier]

    return lets_through
