"""A deed of bare soldiers in a land that another state's army holds in, that state as who acts out.

"Soldiers arrested nine villagers near Nablus": no army of the villagers', whose land has none of its own.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

HELD, BY = "lands and who holds them", " by "
ARMY, BY_FORCE = ("MIL",), ("ASSAULT", "COERCE", "MOBILIZE")  # sectors, types
WHY = "its army holds that land"


def with_who_garrisons(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; soldiers of whom the text says whose they are stay theirs."""
    by_force = type_of(draft, statuses) in BY_FORCE and not draft.reciprocal
    if not by_force or not any(map(_bare, draft.actors)):
        return draft
    held = dict(pair.split(BY) for pair in statuses.graph.words[HELD])
    actors = tuple(_of_holder(actor, held) for actor in draft.actors)
    return replace(draft, actors=actors) if actors != draft.actors else draft


def _of_holder(actor: Actor, held: dict[str, str]) -> Actor:
    if actor.country not in held or not _bare(actor):
        return actor
    return replace(actor, country=held[actor.country], inferred=WHY)


def _bare(actor: Actor) -> bool:
    """Soldiers of whom only the place says whose they are."""
    inferred = actor.inferred is not None and actor.span is not None
    return inferred and not actor.id and tuple(actor.sectors) == ARMY
