"""One happening across reports, from rumour to outcome: linking, state on a day, changes.

What others build on; see docs/dossiers.md. All functions are pure; a store implements `Shelf`.
"""

from detente.dossiers.accounts import accounts_of, head_event
from detente.dossiers.acts import acts_of
from detente.dossiers.answers import read_as_plans
from detente.dossiers.assembling import assemble, link
from detente.dossiers.changes import changes
from detente.dossiers.index import MemoryShelf, Placed, Shelf
from detente.dossiers.keys import keys_of, lookup_keys
from detente.dossiers.linking import dossier_id, place
from detente.dossiers.state import state
from detente.dossiers.watchlists import Watchlist, matches, read_watchlists, watched
from detente.dossiers.words import telling_event

__all__ = [
    "MemoryShelf",
    "Placed",
    "Shelf",
    "Watchlist",
    "accounts_of",
    "acts_of",
    "assemble",
    "changes",
    "dossier_id",
    "head_event",
    "keys_of",
    "link",
    "lookup_keys",
    "matches",
    "place",
    "read_as_plans",
    "read_watchlists",
    "state",
    "telling_event",
    "watched",
]
