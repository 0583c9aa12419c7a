"""A draft in, those from abroad out to whom it is done and of whom only their nation is told.

"The suspect, a Sylvanian citizen, was arrested": by the state in which that happened, and not by his own.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import SAID_TO_BE, TOLD_BEFORE
from detente.coding.standing.status import Statuses
from detente.records import Actor

APPOS = "appos"
PRIVATE = frozenset({"CVL", "BUS", "EDU", "JRN", "SOC", "MED", "LAB", "REL", "AGR"})  # sectors of no office


def who_it_is(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "A suspect, a Sylvanian citizen, is arrested": nobody is named but for where he is from."""
    graph, actors = statuses.graph, statuses.mentions.actors
    beside = (
        c.i
        for h in graph.predicates[draft.head].heads("object")
        for c in graph.doc[h].rights
        if c.dep_ == APPOS
    )
    return tuple(
        actors[i].actor
        for i in beside
        if i in actors and is_guest(actors[i].actor) and actors[i].actor.country
    )


def is_guest(side: Actor) -> bool:
    """Of another land by its own words or those of the sentence before, or of none that is known."""
    if side.id is not None:
        return False
    told = TOLD_BEFORE.is_why(side.inferred) or SAID_TO_BE.is_why(side.inferred)
    own = not side.inferred and bool(side.sectors) and PRIVATE.issuperset(side.sectors)
    return own or not (side.country or side.based) or told
