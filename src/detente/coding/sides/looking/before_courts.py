"""A lawsuit or complaint in, the courts and bodies before which it is brought out: none of them is a side.

"Sylvania seized a ship. Ruritania said that it would complain to the World Trade Organization": of Sylvania.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.records import Actor

BROUGHT, BEFORE = "brought before others", ("to", "before", "with", "at", "in")
BODY = "organisation"


def courts_of(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """None for a draft of another kind."""
    if draft.kind not in statuses.lexicon.groups[BROUGHT]:
        return ()
    known = statuses.mentions.actors
    heads = statuses.graph.predicates[draft.head].heads(*BEFORE)
    return tuple(known[h].actor for h in heads if h in known and known[h].kind == BODY)
