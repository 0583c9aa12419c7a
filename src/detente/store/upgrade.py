"""A store of any age -> one with today's tables and views; a new file is filled the same way."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from detente.errors import StoreError
from detente.store.engine import reading, shown, writing
from detente.store.views import VIEWS

TABLES = "0004"  # the latest migration; a test holds it against the folder
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Run what migrations the store lacks, once, whoever else opens it now. Raises `StoreError` for a newer store."""
    with reading(engine) as connection:
        if _stands_at(connection) == TABLES:
            return
    with writing(engine) as connection:
        stands = _stands_at(connection)
        if stands == TABLES:
            return
        _check_known(engine, stands)
        _migrate(connection)


def _stands_at(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


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
