"""A meeting without another side in, whether it is one of an organisation's own members out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses

MEETING, BODIES = "meeting", "IGO:"  # a kind, how ids begin
WHAT_IS_TOLD, CALLED_OFF = ("object", "subject"), ("cancelled", "declined")


def meets_among_itself(draft: Draft, statuses: Statuses) -> bool:
    """ "Its defence ministers will gather": those of an organisation meet among themselves."""
    over = statuses.graph.governors.get(draft.head, ())
    event = statuses.graph.predicates[draft.head]
    told = event.pos == "verb" or event.carrier is not None or any(g.name in WHAT_IS_TOLD for g in over)
    if draft.kind != MEETING or draft.status in CALLED_OFF or not told:
        return False
    return all(a.country is None and (a.id or "").startswith(BODIES) for a in draft.actors)
