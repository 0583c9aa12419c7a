"""A blow on a place in, whoever is said to hold that place as hit out: "shelled Zenda, which is held by Ruritania"."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses

_STRUCK, _ABOUT = ("object", "on", "at", "against", "into"), ("relcl", "acl")
_HOLDING, _TOWNS, _WHY = "verbs of having taken", "border nouns", "who holds the place that is hit"


def with_holder(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where the clause stands with the name of the place, or with a word for a town or an area."""
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*_STRUCK):
        town = head in statuses.mentions.places or graph.doc[head].lemma_.lower() in graph.words[_TOWNS]
        for clause in graph.doc[head].rights if town else ():
            verb = graph.predicates.get(clause.i)
            if clause.dep_ not in _ABOUT or verb is None or not verb.passive:
                continue
            if verb.lemma not in graph.words[_HOLDING]:
                continue
            holders = actors_at(("subject",), verb, graph, statuses.mentions)
            if holders and not sides(holders, draft.actors):
                return replace(draft, recipients=tuple(replace(a, inferred=_WHY) for a in holders))
    return draft
