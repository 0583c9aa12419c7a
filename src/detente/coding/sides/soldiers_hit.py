"""An attack on a thing that is of the state where it stands in, the soldiers whom it hit there as its aim out.

"A drone struck a base in Ruritania, killing three Sylvanian soldiers": it was aimed at Sylvania.
"""

from __future__ import annotations

from dataclasses import replace

from detente.coding.draft import Draft
from detente.coding.roles import actors_at
from detente.coding.status import Statuses
from detente.records import Actor

_THEREBY, _HIT = "participle", ("object",)
_FORCES = frozenset({"MIL", "COP"})


def with_soldiers_hit(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; what is a place of its own ("shelled Zenda") and forces that are named stay what was struck."""
    predicate = statuses.graph.predicates[draft.head]
    struck = predicate.heads("object") or predicate.heads("at")
    if predicate.pos != "verb" or any(head in statuses.mentions.places for head in struck):
        return draft
    if len(draft.recipients) != 1 or not _is_where(draft.recipients[0]):
        return draft
    for head in predicate.heads(_THEREBY):
        thereby = statuses.graph.predicates.get(head)
        hit = actors_at(_HIT, thereby, statuses.graph, statuses.mentions) if thereby is not None else ()
        if hit and all(_are_soldiers(actor, draft) for actor in hit):
            return replace(draft, recipients=hit)
    return draft


def _is_where(actor: Actor) -> bool:
    """Whether a side is only the state that a thing or its place is of."""
    named = actor.sectors == ("GOV",) and not actor.inferred and actor.id == actor.country
    return bool(actor.inferred) or named


def _are_soldiers(actor: Actor, draft: Draft) -> bool:
    known = {a.country for a in (*draft.actors, *draft.recipients)}
    foreign = actor.country is not None and actor.country not in known
    return foreign and not actor.inferred and bool(set(actor.sectors) & _FORCES)
