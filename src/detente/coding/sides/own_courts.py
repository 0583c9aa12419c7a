"""A trial or removal in, whether it is that of a politician, who stands before his own courts, out."""

from __future__ import annotations

from detente.coding.draft import Draft

KINDS = frozenset({"trial", "impeachment", "removal from office", "house arrest"})
PERSON, POLITICS = "person:", frozenset({"GOV", "ELI", "OPP", "PTY", "LEG"})


def before_own_courts(draft: Draft) -> bool:
    """ "Threatens tariffs over the trial of the former president": his own courts', if nobody says before whose."""
    politicians = all((r.id or "").startswith(PERSON) and set(r.sectors) & POLITICS for r in draft.recipients)
    return draft.kind in KINDS and politicians
