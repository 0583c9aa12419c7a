"""Who acts or suffers at the place where something is done: those who live, rule, visit or are hurt there."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.reasons import SAID_TO_BE, TOLD_BEFORE
from detente.coding.roles.roles import actors_of
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import DomesticKind
from detente.reading.shapes import is_pointed_at
from detente.records import Actor

RULERS, CIVILIANS = "GOV", "CVL"
NAMED = ("PRON", "PROPN")
THOSE_WHO_RULE = ("officeholder", "government", "police-force", "troops")
APPOS = "appos"
PRIVATE = frozenset({"CVL", "BUS", "EDU", "JRN", "SOC", "MED", "LAB", "REL", "AGR"})  # sectors of no office
OCCASIONS = ("when", "after", "as", "in", "during", "by", "adverbial", "following")
ANYBODY = frozenset({"CVL", "UAF", "CRM"})


def is_of_its_place(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """Whether those who do it are of wherever it is: nobody need be named, or whoever is named rules there."""
    return not draft.needs or _is_suffered(draft, row, statuses) or _is_by_rulers(draft, row, statuses)


def _is_by_rulers(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Mobs clashed in Strelsau, and the governor declared a curfew": of that land, if it is done at home only."""
    if row.late or (row.acts, row.aimed_at) != (RULERS, CIVILIANS):
        return False
    doer = statuses.graph.predicates[draft.head].heads("subject", "by")
    return any_meets(THOSE_WHO_RULE, doer, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _is_suffered(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Crowds chant in Strelsau; dozens are arrested": nobody is named, and it is done to people there. "The man was
    taken away" says again who was named before."""
    graph = statuses.graph
    predicate = graph.predicates[draft.head]
    whom = (graph.doc[head] for head in predicate.heads("object"))
    known = any(t.pos_ in NAMED or is_pointed_at(t, graph.words) for t in whom)
    return predicate.passive and (row.acts, row.aimed_at) == (RULERS, CIVILIANS) and not known


def who_it_is(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """A draft in, those from abroad out to whom it is done and of whom only their nation is told.

    "The suspect, a Sylvanian citizen, was arrested": by the state in which that happened, and not by his own.
    "A suspect, a Sylvanian citizen, is arrested": nobody is named but for where he is from.
    """
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


def is_anybody(actor: Actor) -> bool:
    """ "Hooded men burst into a studio in Strelsau": that they are of this land is only supposed."""
    return actor.inferred is not None and set(actor.sectors) <= ANYBODY


def is_bloody(draft: Draft, statuses: Statuses) -> bool:
    """Whether the sentence tells of people who are hurt: what is called an attack is then no figure of speech."""
    hurting = statuses.graph.words["hurting verbs"]
    return any(t.pos_ == "VERB" and t.lemma_ in hurting for t in statuses.graph.doc[draft.head].sent)


def victims_around(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Nine guards were killed when a mine went off": those whom the clause around it says to be hurt."""
    graph = statuses.graph
    hurting = graph.words["hurting verbs"]
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        if governor.name in OCCASIONS and verb.lemma in hurting:
            for head in verb.heads("object" if verb.passive else "subject"):
                yield from actors_of(head, "object", graph, statuses.mentions)
