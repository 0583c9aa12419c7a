"""The tables of the store, for SQLite and PostgreSQL alike; docs/store.md says what each holds.

Days are ISO text, lists of a few names are text joined by "; ", whole records are JSON text: every tool reads them.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_document() -> Column[str]:
    return Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True)


def _of_account() -> Column[str]:
    return Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True)


documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("published", Text, index=True),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("appearance", Text),
    Column("copy_of", Text, index=True),
    Column("superseded", Text),
    Column("superseded_by", Text, index=True),
    Column("whole", LargeBinary, nullable=False),
    Column("opening", LargeBinary, nullable=False),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)
appearances = Table(
    "appearances",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _of_document(),
    Column("published", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("url", Text),
    Column("address", Text, index=True),
    Column("source_id", Text),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)
reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _of_document(),
    Column("appearance", ForeignKey("appearances.id", ondelete="CASCADE"), nullable=False),
    Column("detente", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("coded", Text, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("appearance", "detente", "model", "knowledge"),
    sqlite_autoincrement=True,
)
accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    _of_document(),
    Column("published", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("opens", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
keys = Table(
    "keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("published", Text),
    Index("ix_keys_key_published_account", "key", "published", "account"),
)
events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    _of_account(),
    Column("document", Text, nullable=False, index=True),
    Column("published", Text),
    Column("kind", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("type", Text),
    Column("mode", Text),
    Column("contexts", Text),
    Column("quad", Text),
    Column("intensity", Float),
    Column("actors", Text),
    Column("recipients", Text),
    Column("participants", Text),
    Column("reciprocal", Boolean, nullable=False),
    Column("time_text", Text),
    Column("date_from", Text, index=True),
    Column("date_to", Text),
    Column("place", Text),
    Column("place_country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("principal", Boolean, nullable=False),
    Column("confidence", Float),
    Column("cause", Text),
    Column("sentence", Text),
)
parties = Table(
    "parties",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("actor", Text, index=True),
    Column("country", Text, index=True),
    Column("sectors", Text),
)
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Text, nullable=False, index=True),
    Column("sources", Text),
    Column("source_kinds", Text),
    Column("source_ids", Text),
    Column("source_countries", Text),
    Column("stance", Text, nullable=False),
    Column("factuality", Text, nullable=False),
)
placements = Table(
    "placements",
    metadata,
    Column("account", ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("dossier", Text, nullable=False, index=True),
    Column("joined", Text),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("act", Text),
)
aliases = Table(
    "aliases",
    metadata,
    Column("alias", Text, primary_key=True),
    Column("dossier", Text, nullable=False, index=True),
)
overrules = Table(
    "overrules",
    metadata,
    Column("id", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("second", Text),
    Column("value", Text),
    Column("day", Text),
    Column("who", Text),
    Column("made", Text, nullable=False),
    Column("why", Text),
)
states = Table(
    "states",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("until", Text),
    Column("kind", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("status_since", Text),
    Column("overruled_by", Text),
    Column("actors", Text),
    Column("recipients", Text),
    Column("parties", Text, nullable=False),
    Column("date_from", Text),
    Column("date_to", Text),
    Column("place", Text),
    Column("independent_sources", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("contradictions", Integer, nullable=False),
    Index("ix_states_until_day", "until", "day"),
)
changes = Table(
    "changes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("dossier", Text, nullable=False, index=True),
    Column("day", Text, nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("body", Text, nullable=False),
)
bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True, index=True),
)
watchlists = Table(
    "watchlists",
    metadata,
    Column("name", Text, primary_key=True),
    Column("body", Text, nullable=False),
)
feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
    Column("seen", Text),
    Column("failures", Integer, nullable=False),
    Column("due", Float, nullable=False),
    Column("problem", Text),
)
fetched = Table(
    "fetched",
    metadata,
    Column("url", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    Column("updated", Text),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
)
