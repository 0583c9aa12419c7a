"""A store of any age -> one with today's tables and views; a new file is filled the same way.

What others keep in a file or database is left alone: a table that is not ours tells whose it is.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, inspect, text

from detente.errors import StoreError
from detente.store.engine import readable_errors, reading, shown, writing
from detente.store.tables import metadata
from detente.store.views import VIEWS

TABLES = "0004"  # the latest migration; a test holds it against the folder
MIGRATIONS = Path(__file__).parent / "migrations"
VERSION = "alembic_version"  # Alembic's own name, which other programs use as well
OURS = frozenset(
    {VERSION, "documents", "appearances", "placements"}
)  # in every store, and together in no other


def open_up(engine: Engine, *, create: bool) -> None:
    """Make the store that there is not yet if `create`, and run what migrations it lacks, once, whoever else opens it.

    Raises `StoreError` for a newer store, for one that there is not, and for tables of others, before it writes.
    """
    if engine.dialect.name == "sqlite" and Path(str(engine.url.database)).exists():
        _look_into(engine.url, create=create)
    with reading(engine) as connection:
        if _stands_at(connection, create=create) == TABLES:
            return
    with writing(engine) as connection:
        stands = _stands_at(connection, create=create)
        if stands == TABLES:
            return
        _check_known(engine, stands)
        _migrate(connection)


def _look_into(url: URL, *, create: bool) -> None:
    """Our own connections write into the file that they open (its log): this one does not."""
    plain = create_engine(url, poolclass=NullPool)
    with readable_errors(url), plain.connect() as connection:
        _stands_at(connection, create=create)


def _stands_at(connection: Connection, *, create: bool) -> str | None:
    """The last migration that was run; None for a store that is yet to be made, and may be."""
    look = inspect(connection)
    there = {*look.get_table_names(), *look.get_view_names()}
    if there >= OURS:
        found: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar()
        return found
    address = shown(connection.engine.url)
    _refuse_others(there, address, shared=connection.dialect.name == "postgresql")
    if not create:
        raise StoreError(f"{address}: there is no store in it; detente add makes one")
    return None


def _refuse_others(there: set[str], address: str, *, shared: bool) -> None:
    """A file is one program's; in a database that several share only our own names must be free."""
    names = {*metadata.tables, *VIEWS, VERSION}
    others = sorted(there & names if shared else there)
    if others:
        where = "a database or schema" if shared else "a file"
        raise StoreError(
            f"{address}: is no store of détente, and holds what others keep there ({others[0]}); "
            f"name {where} of its own with --store"
        )


def _check_known(engine: Engine, stands: str | None) -> None:
    known = {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    if stands is not None and stands not in known:
        raise StoreError(
            f"{shown(engine.url)}: was made by a newer détente (tables {stands}); install that version"
        )


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to load, and needed once
    from alembic.config import Config  # noqa: PLC0415

    for name in reversed(VIEWS):
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    for name, query in VIEWS.items():
        connection.execute(text(f"CREATE VIEW {name} AS {query}"))
