"""Acts of police and courts by nobody who is named in, done by those who held the same people before them out.

"Police in Strelsau hold a Sylvanian singer. She is put on a plane": by the same state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.records import Actor

CUSTODY = "custody"  # a group of kinds
WHY = "who held them before"
RELEASE, AMNESTY, NEAR = "release", "amnesty", 15  # kinds; words apart in one sentence


def with_foreign_captors(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania holds two Sylvanians. Another Sylvanian was sentenced": there, and not at home."""
    found = with_same_captors(draft, drafts, statuses)
    own = {r.country for r in draft.recipients}
    return draft if own & {a.country for a in found.actors} else found


def with_same_captors(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; the last such act before it counts, if one and only one state did it."""
    custody = statuses.lexicon.groups[CUSTODY]
    if draft.actors or draft.kind not in custody or not draft.recipients or draft.reciprocal:
        return draft
    held = {_key(r) for r in draft.recipients}
    if draft.kind == RELEASE:
        pardons = [d for d in drafts if d.kind == AMNESTY and d.actors and abs(d.head - draft.head) < NEAR]
        if len(pardons) == 1:
            return replace(draft, actors=pardons[0].actors)
    for other in reversed([d for d in drafts if d.head < draft.head and d.kind in custody and d.actors]):
        states = {a.country for a in other.actors}
        if len(states) != 1 or None in states or not held & {_key(r) for r in other.recipients}:
            continue
        captors = (msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in other.actors)
        return replace(draft, actors=tuple(captors))
    return draft


def _key(actor: Actor) -> str | None:
    return actor.country or actor.id or actor.name
