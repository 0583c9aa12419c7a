"""One happening across reports, from rumour to outcome: linking, state on a day, changes."""

from detente.dossiers.accounts import accounts_of, head_event
from detente.dossiers.assembling import assemble, link
from detente.dossiers.index import MemoryShelf, Placed, Shelf
from detente.dossiers.keys import keys_of, lookup_keys
from detente.dossiers.linking import dossier_id, place

__all__ = [
    "MemoryShelf",
    "Placed",
    "Shelf",
    "accounts_of",
    "assemble",
    "dossier_id",
    "head_event",
    "keys_of",
    "link",
    "lookup_keys",
    "place",
]
