"""The mentions of a happening in, its actors, recipients and participants out: each named as well as any report does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.dossiers.facets import party_of
from detente.ids import is_person
from detente.knowledge.dossiers import DossierTables
from detente.records import Actor, Event, Participant


def kind_of(events: Sequence[Event]) -> str:
    """The kind that most mentions have; of equals the one told first.

    What more than two hold together is that, though one of them is told to receive the others.
    """
    kinds = [event.kind for event in events]
    most = _commonest(kinds)
    shared = any(event.reciprocal for event in events if event.kind == most)
    together = [event.kind for event in events if event.reciprocal and len(event.actors) > 2]
    return most if shared or not together else _commonest(together)


def _commonest(kinds: Sequence[str]) -> str:
    counts = Counter(kinds)
    return max(counts, key=lambda kind: (counts[kind], -kinds.index(kind)))


def actors_of(events: Iterable[Event], tables: DossierTables) -> tuple[Actor, ...]:
    """Who acts, most definite names first in the order of the reports."""
    return _best([actor for event in events for actor in event.actors], tables)


def recipients_of(events: Iterable[Event], tables: DossierTables) -> tuple[Actor, ...]:
    """Who is acted upon."""
    return _best([actor for event in events for actor in event.recipients], tables)


def _best(actors: Sequence[Actor], tables: DossierTables) -> tuple[Actor, ...]:
    """For each party its people; without them, the words that say most of it."""
    states = {actor.id: actor.country for actor in actors if actor.id and actor.country}
    parties: dict[str, list[Actor]] = {}
    for actor in actors:
        party = states.get(actor.id or "") or party_of(actor) or actor.name
        parties.setdefault(party, []).append(actor)
    known = {party: members for party, members in parties.items() if any(party_of(one) for one in members)}
    # "The prime minister", of no known state, adds nobody where another mention names the side.
    best = (one for members in (known or parties).values() for one in _of_party(members, tables))
    return tuple(_by_name(one, tables) for one in best)


def _by_name(actor: Actor, tables: DossierTables) -> Actor:
    """A state that no words of a report name, only an inference, goes by its code there."""
    return (
        replace(actor, name=tables.states.get(actor.name, actor.name))
        if actor.name == actor.country
        else actor
    )


def _of_party(members: Sequence[Actor], tables: DossierTables) -> list[Actor]:
    people: dict[str, Actor] = {}
    for actor in members:
        if is_person(actor.id):
            known = people.setdefault(actor.id, actor)
            people[actor.id] = known if known.country or not actor.country else actor
    if people:
        return list(people.values())
    return [max(members, key=lambda actor: _telling(actor, tables))]


def _telling(actor: Actor, tables: DossierTables) -> tuple[bool, bool, bool]:
    """Words that stand by themselves before "his envoy"; an office before others; a body before a state."""
    pointing = actor.name.lower().split()[:1]
    alone = not set(pointing) & set(tables.words.get("definite", ())) and actor.inferred is None
    office = any(f" {phrase} " in f" {actor.name.lower()} " for phrase, _ in tables.roles)
    return alone, office, actor.id != actor.country


def participants_of(events: Iterable[Event], named: Iterable[Actor]) -> tuple[Participant, ...]:
    """Everybody else; definite once one report says so."""
    taken = {actor.id or actor.name for actor in named}
    found: dict[str, Participant] = {}
    for event in events:
        for one in event.participants:
            name = one.id or one.name
            if name in taken:
                continue
            if name not in found or (found[name].certainty == "potential" and one.certainty == "definite"):
                found[name] = one
    return tuple(found.values())
