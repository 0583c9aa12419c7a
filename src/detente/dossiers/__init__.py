"""One happening across reports, from rumour to outcome: linking, state on a day, changes."""

from detente.dossiers.accounts import accounts_of, head_event

__all__ = ["accounts_of", "head_event"]
