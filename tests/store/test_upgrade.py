"""Migrations, several processes opening one new store at once, and stores that are none."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from server import new_database
from sqlalchemy import make_url, text
from sqlalchemy.exc import OperationalError

from detente.errors import StoreError
from detente.store import Store, open_store
from detente.store.engine import make_engine, readable_errors, reading, store_address, writing
from detente.store.tables import metadata
from detente.store.upgrade import MIGRATIONS, TABLES
from detente.store.views import VIEWS


def _is_no_search(name: str | None, *_: object) -> bool:
    """The index of words is each database's own, and no table of ours."""
    return not (name or "").startswith(("text_index", "ix_documents_words"))


def test_migrations_give_the_tables_that_the_code_uses(store: Store) -> None:
    with store.engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_no_search}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    latest = max(path.name for path in (MIGRATIONS / "versions").glob("0*.py"))
    assert latest.startswith(TABLES)


def test_views_can_be_read(store: Store) -> None:
    with reading(store.engine) as connection:
        for view in VIEWS:
            assert connection.execute(text(f"SELECT * FROM {view}")).all() == []


def test_a_store_of_a_newer_version_is_left_alone(store: Store, address: str) -> None:
    with writing(store.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="was made by a newer détente"):
        open_store(address)


def test_several_processes_open_a_new_store_at_once(address: str) -> None:
    script = f"from detente.store import open_store; open_store({address!r}).close()"
    running = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(3)]
    assert [process.wait(120) for process in running] == [0, 0, 0]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news.db", "sqlite:///news.db"),
        ("sqlite:////tmp/news.db", "sqlite:////tmp/news.db"),
        ("postgresql://me@host/news", "postgresql+psycopg://me@host/news"),
        ("postgres://me@host/news", "postgresql+psycopg://me@host/news"),
        (None, "sqlite:///detente.db"),
    ],
)
def test_addresses(address: str | None, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DETENTE_STORE", raising=False)
    assert str(store_address(address)) == expected


@pytest.mark.parametrize("address", ["mysql://x/y", "postgresql://x:bad port/y", "sqlite://"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="is no address of a store"):
        store_address(address)


def test_a_file_that_is_no_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.write_bytes(b"news" * 1000)
    with pytest.raises(StoreError, match="this one is no store"):
        open_store(str(path))
    with pytest.raises(StoreError, match="check that its folder exists"):
        open_store(str(tmp_path / "no" / "news.db"))


def test_a_store_in_a_closed_folder_says_what_to_do() -> None:
    """What SQLite says there to a reader as well; root, who may run this, is let in everywhere."""
    fault = OperationalError("", None, Exception("attempt to write a readonly database"))
    told = pytest.raises(StoreError, match="copy it to a folder in which you may write")
    with told, readable_errors(make_url("sqlite:///news.db")):
        raise fault


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    open_store(str(path)).close()
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 3000)
    with pytest.raises(StoreError, match="malformed; the file is damaged: put a copy of it back"):
        open_store(str(path))


@pytest.mark.parametrize("table", ["customers", "documents", "alembic_version"])
@pytest.mark.parametrize("create", [True, False])
def test_the_file_of_another_program_stays_as_it_is(table: str, *, create: bool, tmp_path: Path) -> None:
    path = tmp_path / "foreign.db"
    with closing(sqlite3.connect(path)) as foreign:
        foreign.execute(f"CREATE TABLE {table} (id INTEGER)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=rf"foreign.db: is no store of détente.*{table}.*a file of its own"):
        open_store(str(path), create=create)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["foreign.db"]


def test_an_empty_file_is_filled_only_by_what_adds(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    path.touch()
    with pytest.raises(StoreError, match="there is no store in it; detente add makes one"):
        open_store(str(path), create=False)
    assert path.read_bytes() == b""
    open_store(str(path)).close()
    open_store(str(path), create=False).close()


def test_reading_makes_no_tables(address: str) -> None:
    with pytest.raises(StoreError, match="detente add makes one"):
        open_store(address, create=False)
    open_store(address).close()
    open_store(address, create=False).close()


def test_a_database_may_be_shared_as_long_as_our_names_are_free(
    postgres: str, database_names: Iterator[str]
) -> None:
    shared, taken = (new_database(postgres, next(database_names)) for _ in range(2))
    for address, table in ((shared, "customers"), (taken, "events")):
        engine = make_engine(store_address(address))
        with writing(engine) as connection:
            connection.execute(text(f"CREATE TABLE {table} (id INTEGER)"))
        engine.dispose()
    open_store(shared).close()
    open_store(shared, create=False).close()
    with pytest.raises(
        StoreError, match=r"holds what others keep there \(events\); name a database or schema"
    ):
        open_store(taken)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(StoreError, match="check the address") as caught:
        open_store("postgresql://me:secret@127.0.0.1:1/news")
    assert str(caught.value).startswith("postgresql://me:***@127.0.0.1:1/news: ")
