"""What is about or by one's own embassy or troops abroad: the host is the other side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.belonging import EMBASSY, is_embassy
from detente.coding.roles.roles import actors_at, distinct, sides, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHERE = ("in", "to", "at", "from")
ARMY, REFUSED, PROTEST = "MIL", "REJECT", "PROTEST"
HOST = "it is where those are"
SAID_IN = "in"
STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
TO_HOST = STANCES | {"CONCEDE", "THREATEN"}
HOST_OF_EMBASSY = "the host of the embassy that says so"


def with_host_of_its_own(draft: Draft, statuses: Statuses) -> Draft:
    """A draft that is aimed at its actor's own embassy or troops in, the same aimed at the state where these are out.

    "Sylvania welcomed the reopening of its embassy in Strelsau": the embassy is its own, and Ruritania is the other side.
    The draft with the host; as it is where nobody says where the embassy stands or the troops are.
    """
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
    kind = statuses.lexicon.kinds[draft.kind]
    refused = kind.type == REFUSED
    own_forces = refused and actor.id is None and bool(actor.inferred) and ARMY in actor.sectors
    against = kind.type == PROTEST  # exiles before the embassy of their rulers
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


def with_host_of_embassy(draft: Draft, statuses: Statuses) -> Draft:
    """An act of an embassy that is aimed at nobody who is named in, the state that hosts it as whom it is aimed at out.

    "Ruritania's embassy in Klausenburg apologised": what an embassy says to nobody named is said to its host.
    The draft of an embassy's words at nobody but its own state with its host's state as its other side.
    """
    graph, mentions = statuses.graph, statuses.mentions
    open_still = all(r.inferred and sides((r,), draft.actors) for r in draft.recipients)
    if not open_still:
        return draft
    if not any((actor.id or "").endswith(EMBASSY) for actor in draft.actors):
        return draft
    missions = (graph.predicates.get(h) for h in mentions.actors if is_embassy(h, mentions))
    found = (actors_at((SAID_IN,), noun, graph, mentions) for noun in missions if noun is not None)
    hosts = next((who for who in found if who and not sides(who, draft.actors)), ())
    if not hosts or _is_of_elsewhere(draft, hosts, statuses):
        return draft
    return replace(draft, recipients=only_because(hosts, HOST_OF_EMBASSY))


def _is_of_elsewhere(draft: Draft, hosts: tuple[Actor, ...], statuses: Statuses) -> bool:
    """ "The embassy in Klausenburg condemned the raid on Zenda": what is spoken of lies in neither state."""
    known = {a.country for a in (*hosts, *draft.actors)}
    start, end = statuses.graph.doc[draft.head].sent.start, statuses.graph.doc[draft.head].sent.end
    places = (p.country for i, p in statuses.mentions.places.items() if start <= i < end)
    return any(country is not None and country not in known for country in places)
