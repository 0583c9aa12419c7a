"""A draft that is aimed at its actor's own embassy in, the same aimed at the state where that stands out.

"Sylvania welcomed the reopening of its embassy in Strelsau": the embassy is its own, and Ruritania is the other side.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.belonging import EMBASSY
from detente.coding.draft import Draft
from detente.coding.roles import actors_at, distinct, without_states
from detente.coding.status import Statuses
from detente.records import Actor

WHERE = ("in", "to", "at")
HOST = "the embassy stands there"


def with_host_of_own_embassy(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the host; as it is where nobody says where the embassy stands."""
    own = {a.country for a in draft.actors if a.country}
    missions = [r for r in draft.recipients if r.country in own and (r.id or "").endswith(EMBASSY)]
    hosts = distinct(host for mission in missions for host in _hosts(mission, draft, statuses))
    if not hosts:
        return draft
    others = tuple(r for r in draft.recipients if r not in missions)
    return replace(draft, recipients=distinct((*others, *hosts)))


def _hosts(mission: Actor, draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    graph, mentions = statuses.graph, statuses.mentions
    heads = [h for h, m in mentions.actors.items() if m.actor.span == mission.span]
    nouns = [noun for h in (*heads, draft.head) if (noun := graph.predicates.get(h)) is not None]
    found = (without_states(actors_at(WHERE, noun, graph, mentions), (mission,)) for noun in nouns)
    there = next((who for who in found if who), ())
    return tuple(msgspec.structs.replace(a, inferred=HOST) for a in there if a.country)
