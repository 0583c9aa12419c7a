"""A draft that is aimed at its actor's own embassy or troops in, the same aimed at the state where these are out.

"Sylvania welcomed the reopening of its embassy in Strelsau": the embassy is its own, and Ruritania is the other side.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.belonging import EMBASSY
from detente.coding.roles.roles import actors_at, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHERE = ("in", "to", "at", "from")
ARMY, REFUSED, PROTEST = "MIL", "REJECT", "PROTEST"
HOST = "it is where those are"


def with_host_of_its_own(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the host; as it is where nobody says where the embassy stands or the troops are."""
    own = {a.country for a in draft.actors if a.country}
    sent = [r for r in draft.recipients if r.country in own and _is_sent_abroad(r, draft, statuses)]
    if not sent:
        return draft
    hosts = distinct(host for actor in sent for host in _hosts(actor, draft, statuses))
    if not hosts:
        return draft
    others = tuple(r for r in draft.recipients if r not in sent)
    return replace(draft, recipients=distinct((*others, *hosts)))


def _is_sent_abroad(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """Its mission, or forces that are called its own, where what is done with them is refused."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    refused = kind is not None and kind.type == REFUSED
    own_forces = refused and actor.id is None and bool(actor.inferred) and ARMY in actor.sectors
    against = kind is not None and kind.type == PROTEST  # exiles before the embassy of their rulers
    return ((actor.id or "").endswith(EMBASSY) and not against) or own_forces


def _hosts(sent: Actor, draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    graph, mentions = statuses.graph, statuses.mentions
    nouns = [noun for h in _around(sent, draft, statuses) if (noun := graph.predicates.get(h)) is not None]
    found = (without_states(actors_at(WHERE, noun, graph, mentions), (sent,)) for noun in nouns)
    there = next((who for who in found if who), ())
    return tuple(replace(a, inferred=HOST) for a in there if a.country)


def _around(sent: Actor, draft: Draft, statuses: Statuses) -> Iterator[int]:
    """Of an embassy the word itself; of troops only what is done with them ("the withdrawal of its troops from it")."""
    doc, mission = statuses.graph.doc, ARMY not in sent.sectors
    for head in (h for h, m in statuses.mentions.actors.items() if m.actor.span == sent.span):
        if mission:
            yield head
        yield from (t.i for t in doc[head].ancestors if t.pos_ == "NOUN")
    if mission:
        yield draft.head
