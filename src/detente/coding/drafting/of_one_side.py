"""A draft that both sides of it act in in, with whom it is held where only one is named out.

"Sylvania calls off Ruritania talks", "premier shelves Graustark summit": who calls talks off with one who is named before
them is the other side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from detente.coding.drafting.draft import Draft
from detente.knowledge.frames import Kind, Operator
from detente.records import Actor

TALKS, OFF = "CONSULT", ("cancelled", "postponed")  # a type; statuses


def is_of_one_side(draft: Draft, operator: Operator, kinds: Mapping[str, Kind]) -> bool:
    """Whether a single side is named of talks that two hold, and that are called or put off."""
    kind = kinds.get(draft.kind)
    talks = draft.reciprocal and kind is not None and kind.type == TALKS
    return operator.status in OFF and talks and len(draft.actors) == 1 and not draft.recipients


def with_other_side(named: Sequence[Actor], found: Sequence[Actor]) -> tuple[Actor, ...]:
    """The state that calls it off and the one that is named; only the latter if that is the same, or if either is no state's."""
    lands = {actor.country for actor in (*named, *found)}
    apart = len(found) == 1 and len(lands) == 2 and None not in lands
    return (*found, *named) if apart else tuple(named)
