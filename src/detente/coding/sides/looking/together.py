"""An exercise that forces of several states hold in, a joint one out: "troops of Sylvania and Graustark held exercises"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft

SEVERAL = 2
ALONE, JOINT = "military exercise", "joint exercise"  # kinds


def as_joint_exercise(draft: Draft) -> Draft:
    """The draft; it is aimed at nobody who is named."""
    states = {actor.country for actor in draft.actors if actor.country}
    if draft.kind != ALONE or len(states) < SEVERAL or draft.recipients or draft.made:
        return draft
    return replace(draft, kind=JOINT, reciprocal=True)
