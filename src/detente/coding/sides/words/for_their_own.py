"""What is threatened or demanded for one's own land or people in, the side that struck them, if any, out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import KIN
from detente.coding.roles.roles import distinct
from detente.coding.sides.looking.opponents import FORCE, key_of
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.records import Actor

DONE = ("occurred", "under_way")
WHY = "the other side in what is told before"
REQUEST, THREAT = "REQUEST", "THREATEN"  # types


def for_its_land(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania bombs Klausenburg. The league vows to retaliate": not against its own land, but who struck that."""
    if type_of(draft, statuses) != THREAT or not draft.recipients:
        return ()
    if any(a.country for a in draft.actors) or any(r.inferred != AT_HOME for r in draft.recipients):
        return ()
    land = {r.country for r in draft.recipients}
    start = statuses.graph.doc[draft.head].sent.start
    since = statuses.graph.doc[start - 1].sent.start if start else 0
    force = statuses.lexicon.groups[FORCE]
    blows = (d for d in drafts if since <= d.head < draft.head and d.kind in force)
    found = [
        a
        for d in blows
        if land & {r.country for r in d.recipients}
        for a in d.actors
        if a.country not in land
    ]
    one = len({key_of(a) for a in found}) == 1 and all(a.country for a in found)
    return distinct(replace(a, inferred=WHY) for a in found) if one else ()


def asks_for_his_own(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    """ "Ruritania demanded his release": of a Ruritanian, and not from him."""
    asked = type_of(draft, statuses) == REQUEST and draft.status in DONE and bool(draft.recipients)
    if any(KIN.is_why(r.inferred) for r in draft.recipients):
        return False  # "families of Sylvanians held abroad urged the government to act"
    return asked and len(own) == 1 and {r.country for r in draft.recipients} == own and None not in own
