"""Documents, reports, accounts and dossiers that last: SQLite in a file, or PostgreSQL for a team."""

from detente.store.filters import Filter
from detente.store.store import Store, open_store

__all__ = ["Filter", "Store", "open_store"]
