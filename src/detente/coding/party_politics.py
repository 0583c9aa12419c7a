"""A draft in, whether it is only party politics out: a politician of a state joins, backs or sides with another there."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses

PARTY_POLITICS = "parties and politicians of one state among themselves"
KINDS = "party politics"  # the list of kinds
POLITICIANS = frozenset({"PTY", "ELI", "LEG"})


def party_politics(draft: Draft, statuses: Statuses) -> str | None:
    """The reason to leave it out, if all its sides are of one state and one of them is a party or politician."""
    sides = (*draft.actors, *draft.recipients)
    if draft.kind not in statuses.graph.words[KINDS] or len(sides) < 2:
        return None
    at_home = len({side.country for side in sides}) == 1 and sides[0].country is not None
    return PARTY_POLITICS if at_home and any(POLITICIANS & set(s.sectors) for s in sides) else None
