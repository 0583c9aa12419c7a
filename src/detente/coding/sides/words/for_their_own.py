"""What is threatened or demanded for one's own land or people in, the side that struck them, if any, out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import KIN, only_because
from detente.coding.roles.known import keys_of
from detente.coding.roles.roles import distinct
from detente.coding.sides.looking.opponents import FORCE
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHY = "the other side in what is told before"
REQUEST, THREAT = "REQUEST", "THREATEN"  # types


def for_its_land(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritania bombs Klausenburg. The league vows to retaliate": not against its own land, but who struck that."""
    if type_of(draft, statuses) != THREAT or not draft.recipients:
        return ()
    if any(a.country for a in draft.actors) or any(r.inferred != AT_HOME for r in draft.recipients):
        return ()
    land = {r.country for r in draft.recipients}
    force = statuses.lexicon.groups[FORCE]
    blows = (d for d in told_before(draft, drafts, statuses) if d.kind in force)
    found = [
        a
        for d in blows
        if land & {r.country for r in d.recipients}
        for a in d.actors
        if a.country not in land
    ]
    one = len(keys_of(found)) == 1 and all(a.country for a in found)
    return distinct(only_because(found, WHY)) if one else ()


def asks_for_his_own(draft: Draft, own: set[str | None], statuses: Statuses) -> bool:
    """ "Ruritania demanded his release": of a Ruritanian, and not from him."""
    asked = type_of(draft, statuses) == REQUEST and draft.status in HAPPENED and bool(draft.recipients)
    if any(KIN.is_why(r.inferred) for r in draft.recipients):
        return False  # "families of Sylvanians held abroad urged the government to act"
    return asked and len(own) == 1 and {r.country for r in draft.recipients} == own and None not in own
