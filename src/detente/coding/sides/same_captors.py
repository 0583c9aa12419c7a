"""Acts of police and courts by nobody who is named in, done by those who held the same people before them out.

"Police in Strelsau hold a Sylvanian singer. She is put on a plane": by the same state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.records import Actor

CUSTODY = frozenset(
    {
        "arrest", "charge", "conviction", "deportation", "execution", "expulsion", "house arrest",
        "interrogation", "release", "seizure", "torture", "trial",
    }
)  # fmt: skip
WHY = "who held them before"


def with_same_captors(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """The draft; the last such act before it counts, if one and only one state did it."""
    if draft.actors or draft.kind not in CUSTODY or not draft.recipients or draft.reciprocal:
        return draft
    held = {_key(r) for r in draft.recipients}
    for other in reversed([d for d in drafts if d.head < draft.head and d.kind in CUSTODY and d.actors]):
        states = {a.country for a in other.actors}
        if len(states) != 1 or None in states or not held & {_key(r) for r in other.recipients}:
            continue
        captors = (msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in other.actors)
        return replace(draft, actors=tuple(captors))
    return draft


def _key(actor: Actor) -> str | None:
    return actor.country or actor.id or actor.name
