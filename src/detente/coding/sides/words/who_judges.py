"""Who judges where the one who does is not the subject."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

FEELINGS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})  # types
MANNER, FELT, WITH, NOUN = "in", "to", "with", "noun"
OWNED, GOVERNMENT = ("det", "poss"), "GOV"  # a sector
DECLINED = "declined"
BY, AGENT = "by", "agent"


def with_who_feels(draft: Draft, statuses: Statuses) -> Draft:
    """What somebody does "in defiance of Sylvania", or "to the dismay of Sylvania", in, whose feeling it is out.

    "Ruritania signed the law in defiance of warnings from Klausenburg", "Ruritania tests a missile, to the dismay of
    Sylvania".
    The draft with who acts in the clause around it as who defies, or as whom those are dismayed at who feel so.
    """
    graph = statuses.graph
    noun = graph.predicates[draft.head]
    if noun.pos != NOUN:
        return draft
    for name, verb in graph.governing(draft.head):
        if verb.pos == NOUN:
            continue
        if name == MANNER and not draft.actors and not _is_owned(draft, statuses):
            return _in_it(draft, verb, statuses)
        if name == FELT:
            return _felt(draft, noun, _subjects(verb, statuses), statuses)
    return draft


def _in_it(draft: Draft, verb: Predicate, statuses: Statuses) -> Draft:
    graph = statuses.graph
    actors = without(_subjects(verb, statuses), draft.recipients)
    if not actors or not all(a.country and GOVERNMENT in a.sectors for a in actors):
        return draft  # "marched in support": how a crowd did it
    after = graph.doc[draft.head + 1 : draft.head + 2]
    beside = any(t.lower_ == WITH for t in after)  # "lit up the hall in solidarity with Sylvania"
    found = actors_at((WITH,), verb, graph, statuses.mentions) if beside else ()
    return replace(draft, actors=actors, recipients=draft.recipients or without(found, actors))


def _felt(draft: Draft, noun: Predicate, doers: tuple[Actor, ...], statuses: Statuses) -> Draft:
    who = actors_at(("of",), noun, statuses.graph, statuses.mentions, every=True)
    doers = without(doers, who)
    return replace(draft, actors=who, recipients=doers, status="occurred") if who and doers else draft


def _subjects(verb: Predicate, statuses: Statuses) -> tuple[Actor, ...]:
    graph = statuses.graph
    why = f"acts in '{graph.doc[verb.head].text}'"
    found = actors_at(("subject",), verb, graph, statuses.mentions)
    return because(found, why)


def _is_owned(draft: Draft, statuses: Statuses) -> bool:
    """ "In the defiance of others", "in its protest": not bare."""
    return any(c.dep_ in OWNED for c in statuses.graph.doc[draft.head].lefts)


def with_government_there(draft: Draft, statuses: Statuses) -> Draft:
    """What is condemned, welcomed or turned down by nobody who is named in, the government in whose capital it was out.

    "The plan was denounced in Strelsau", "an offer by Graustark to pull back was dismissed in Strelsau as a ruse": by
    Ruritania. A town that is no capital tells only where it was said.
    The draft; nothing where somebody is said to have said so, or where the capital is of the one it is aimed at.
    """
    kind = statuses.lexicon.kinds[draft.kind]
    turned_down = draft.status == DECLINED
    if not turned_down and (not kind.speech or kind.type not in FEELINGS or draft.actors):
        return draft
    for head in (draft.head, *(a.head for a in draft.applied)):
        states = tuple(_governments(head, statuses))
        if not states:
            continue
        against = draft.recipients or draft.actors or _whose(head, statuses)
        if found := without_states(states, against):
            return replace(draft, actors=distinct(found), recipients=against)
    return draft


def _governments(head: int, statuses: Statuses) -> Iterator[Actor]:
    """Those of the capitals in which a passive verb tells that it was done by nobody."""
    graph, mentions = statuses.graph, statuses.mentions
    verb = graph.predicates.get(head)
    if verb is None or verb.pos != "verb" or not verb.passive:
        return
    if any(graph.doc[h].head.dep_ == AGENT for h in verb.heads(BY)):  # "an offer by Graustark": of the offer
        return
    for place in verb.heads(MANNER):
        if place in mentions.actors and place in mentions.places:
            yield mentions.actors[place].actor


def _whose(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Whose the thing is that is judged."""
    graph = statuses.graph
    return actors_at(("object",), graph.predicates[head], graph, statuses.mentions)
