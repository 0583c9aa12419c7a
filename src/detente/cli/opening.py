"""The store that a command was told to use, opened."""

from __future__ import annotations

from pathlib import Path

from detente.knowledge.dossiers import load_dossier_tables
from detente.knowledge.files import BUILT_IN
from detente.store import Store, open_store


def opened(store: str | None, *, knowledge: Path | None = None, create: bool = False) -> Store:
    """The store, with the user's own knowledge of kinds laid over ours. Raises `DetenteError`."""
    folders = [BUILT_IN, *([knowledge] if knowledge else [])]
    return open_store(store, tables=load_dossier_tables(folders), create=create)
