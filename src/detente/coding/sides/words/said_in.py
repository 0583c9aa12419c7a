"""An act of an embassy that is aimed at nobody who is named in, the state that hosts it as whom it is aimed at out.

"Ruritania's embassy in Klausenburg apologised": what an embassy says to nobody named is said to its host.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.belonging import EMBASSY, is_embassy
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHERE = "in"
STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
TO_HOST = STANCES | {"CONCEDE", "THREATEN"}
HOST = "the host of the embassy that says so"


def with_host_of_embassy(draft: Draft, statuses: Statuses) -> Draft:
    """The draft of an embassy's words at nobody but its own state with its host's state as its other side."""
    graph, mentions = statuses.graph, statuses.mentions
    open_still = all(r.inferred and sides((r,), draft.actors) for r in draft.recipients)
    if not open_still:
        return draft
    if not any((actor.id or "").endswith(EMBASSY) for actor in draft.actors):
        return draft
    missions = (graph.predicates.get(h) for h in mentions.actors if is_embassy(h, mentions))
    found = (actors_at((WHERE,), noun, graph, mentions) for noun in missions if noun is not None)
    hosts = next((who for who in found if who and not sides(who, draft.actors)), ())
    if not hosts or _is_of_elsewhere(draft, hosts, statuses):
        return draft
    return replace(draft, recipients=only_because(hosts, HOST))


def _is_of_elsewhere(draft: Draft, hosts: tuple[Actor, ...], statuses: Statuses) -> bool:
    """ "The embassy in Klausenburg condemned the raid on Zenda": what is spoken of lies in neither state."""
    known = {a.country for a in (*hosts, *draft.actors)}
    start, end = statuses.graph.doc[draft.head].sent.start, statuses.graph.doc[draft.head].sent.end
    places = (p.country for i, p in statuses.mentions.places.items() if start <= i < end)
    return any(country is not None and country not in known for country in places)
