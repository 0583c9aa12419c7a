"""An attack in, those whom the words around it tell to be hurt out."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

OCCASIONS = ("when", "after", "as", "in", "during", "by", "adverbial", "following")
ANYBODY = frozenset({"CVL", "UAF", "CRM"})


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
