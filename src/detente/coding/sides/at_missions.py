"""A protest outside an embassy in, aimed at those whose it is and by nobody of theirs who is not said to be, out.

"Crowds gather outside the Sylvanian embassy": an embassy lies in another state, so the only state named is not theirs.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.belonging import is_mission
from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.records import Actor

PROTEST = "PROTEST"  # a type
WHERE = ("outside", "in front of", "outside of", "at", "near", "before", "opposite", "around")
UNKNOWN = "no state is named for it"


def at_mission(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with that side set right; a crowd that is said to be of that state ("exiles") stays of it."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type != PROTEST:
        return draft
    heads = statuses.graph.predicates[draft.head].heads(*WHERE)
    named = (statuses.mentions.actors[h].actor for h in heads if h in statuses.mentions.actors)
    missions = tuple(a for a in named if is_mission(a))
    if not missions:
        return draft
    theirs = {a.country for a in missions}
    crowd = tuple(_of_nobody(a) if a.country in theirs and a.inferred else a for a in draft.actors)
    return replace(draft, actors=crowd)


def _of_nobody(actor: Actor) -> Actor:
    return replace(actor, country=None, inferred=UNKNOWN)
