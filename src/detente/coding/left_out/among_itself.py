"""A meeting without another side in, whether it is one of an organisation's own members, or of some who are counted, out."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.roles.counted import counted
from detente.coding.standing.status import Statuses

MEETING, BODIES = "meeting", "IGO:"  # a kind, how ids begin
DENIED, SUCH = "denied", "such"
WHAT_IS_TOLD, CALLED_OFF = ("object", "subject"), ("cancelled", "declined")


def meets_among_itself(draft: Draft, statuses: Statuses) -> bool:
    """ "Its defence ministers will gather": those of an organisation meet among themselves."""
    over = statuses.graph.governors.get(draft.head, ())
    event = statuses.graph.predicates[draft.head]
    told = event.pos == "verb" or event.carrier is not None or any(g.name in WHAT_IS_TOLD for g in over)
    if draft.kind != MEETING or draft.status in CALLED_OFF or not told:
        return False
    return all(a.country is None and (a.id or "").startswith(BODIES) for a in draft.actors)


def meets_with_others(draft: Draft, statuses: Statuses) -> bool:
    """ "The meeting of the three ministers", "denied that any such meeting was held": those of one state are named, and
    the others are those told of before."""
    one = draft.reciprocal and len({a.country for a in draft.actors}) == 1
    denied = draft.status == DENIED and any(t.lower_ == SUCH for t in statuses.graph.doc[draft.head].lefts)
    noun = statuses.graph.predicates[draft.head].pos != "verb"  # "the two ministers met" may be of one land
    return one and (denied or (noun and bool(counted(draft.head, statuses.graph))))
