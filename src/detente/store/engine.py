"""The address of a store -> connections to it: one writer at a time, readers never in its way."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, ProgrammingError

from detente.errors import StoreError
from detente.store.folding import add_folding

DEFAULT = "detente.db"
VARIABLE = "DETENTE_STORE"
WAIT = 600.0  # seconds that a writer waits for the others, each of which takes some milliseconds
PATIENCE = 3.0  # seconds after which it is said that a writer waits
LOCK = 0x64E7E47E  # names our advisory lock in PostgreSQL


def store_address(store: str | None) -> URL:
    """The address asked for, else that of DETENTE_STORE, else the file detente.db. Raises `StoreError`.

    A plain path is a SQLite file; `postgresql://` is taken with psycopg.
    """
    asked = store or os.environ.get(VARIABLE) or DEFAULT
    if "://" not in asked:
        return URL.create("sqlite", database=str(Path(asked).expanduser()))
    try:
        url = make_url(asked)
    except (ArgumentError, ValueError) as error:  # ValueError: of a port that is no number
        raise StoreError(f"{asked}: is no address of a store; {_REMEDY}") from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername.split("+")[0] == "sqlite" and url.database:
        return url
    raise StoreError(f"{shown(url)}: is no address of a store; {_REMEDY}")


_REMEDY = "give the path of a SQLite file, or postgresql://USER@HOST/DATABASE"


def shown(url: URL) -> str:
    """The address as a user knows it, without the password."""
    if url.drivername.startswith("sqlite") and url.database:
        return url.database
    return url.set(drivername=url.drivername.split("+")[0]).render_as_string(hide_password=True)


def make_engine(url: URL) -> Engine:
    """An engine whose transactions see one state of the store from beginning to end."""
    if url.drivername.startswith("postgresql"):
        return create_engine(url, isolation_level="REPEATABLE READ")
    engine = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver
    _keep_log(connection)
    add_folding(connection)
    # FULL: what was acknowledged outlives a power cut as well as a kill.
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "cache_size=-65536", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _keep_log(connection: Any) -> None:
    """Write-ahead log, so that readers and the writer do not wait for each other.

    Two processes that open a new file at once meet here, and this one statement does not wait by itself.
    """
    import sqlite3  # noqa: PLC0415

    until = time.monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the store as it is now, however long it is read."""
    with readable_errors(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection that alone may write; all of it is kept when the block ends well, and nothing otherwise."""
    with readable_errors(engine.url), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        if engine.dialect.name == "postgresql":
            # What is read after the lock must be what the writer before left behind, not an earlier state.
            connection = connection.execution_options(isolation_level="READ COMMITTED")
        with _waiting_is_said(engine.url):
            transaction = connection.begin()
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        with transaction:
            yield connection


@contextmanager
def _waiting_is_said(url: URL) -> Iterator[None]:
    """Log a line when what is done here takes long."""
    words = "%s: another program is writing into the store; waiting for its turn to end"
    timer = threading.Timer(PATIENCE, logging.getLogger(__name__).warning, (words, shown(url)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def readable_errors(url: URL) -> Iterator[None]:
    """What the driver raises, as one line with a remedy."""
    try:
        yield
    except (DataError, IntegrityError, ProgrammingError):
        raise  # a fault of ours, which no user can mend
    except DBAPIError as error:
        what = " ".join(str(error.orig).split())
        remedy = _remedy(what, in_file=url.drivername.startswith("sqlite"))
        raise StoreError(f"{shown(url)}: {what}; {remedy}") from error


def _remedy(what: str, *, in_file: bool) -> str:
    if "unable to open" in what:
        return "check that its folder exists and may be written to"
    if "not a database" in what:
        return "name another file: this one is no store"
    if "full" in what:
        return "make room on the disk; what was acknowledged is safe"
    if "malformed" in what:
        return (
            "the file is damaged: put a copy of it back, or save what can be read with sqlite3 FILE .recover"
        )
    if "readonly" in what:
        return "who reads a store writes its log beside it: copy it to a folder in which you may write"
    if "locked" in what:
        return "another program keeps it to itself; try again when that has ended"
    if in_file:
        return "check that you may read and write the file and its folder"
    return "check the address, that the server runs, and that you may use it"
