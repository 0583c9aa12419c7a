"""Stores to test with: a SQLite file, and a database of its own on a real PostgreSQL server."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from server import new_database, postgres_server, programs

from detente.store import Store, open_store


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server; what needs it is skipped where PostgreSQL is not installed."""
    if programs() is None:
        pytest.skip("PostgreSQL (initdb and postgres) is not installed")
    with postgres_server() as address:
        yield address


@pytest.fixture(scope="session")
def database_names() -> Iterator[str]:
    return (f"store{number}" for number in count(1))


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path, database_names: Iterator[str]) -> str:
    """The address of a store that there is not yet."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    server: str = request.getfixturevalue("postgres")
    return new_database(server, next(database_names))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened
