"""A blow on a place in, whoever is said to hold that place as hit out: "shelled Zenda, which is held by Ruritania".

So too where a word before it says so: "shelled rebel-held Zenda".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

_STRUCK, _ABOUT = ("object", "on", "at", "against", "into"), ("relcl", "acl")
_BY = ("npadvmod", "compound", "nmod", "amod")  # before the hyphen
_HOLDING, _TOWNS, _WHY = "verbs of having taken", "border nouns", "who holds the place that is hit"


def with_holder(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where the clause stands with the name of the place, or with a word for a town or an area."""
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*_STRUCK):
        town = head in statuses.mentions.places or graph.doc[head].lemma_.lower() in graph.words[_TOWNS]
        holders = holders_of(head, statuses) if town else ()
        if holders and not sides(holders, draft.actors):
            return replace(draft, recipients=only_because(holders, _WHY))
    return draft


def holders_of(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Who is said to hold a place: "areas held by rebels", "rebel-held areas"."""
    graph = statuses.graph
    for clause in graph.doc[head].rights:
        verb = graph.predicates.get(clause.i)
        if (
            clause.dep_ not in _ABOUT
            or verb is None
            or not verb.passive
            or verb.lemma not in graph.words[_HOLDING]
        ):
            continue
        if holders := actors_at(("subject",), verb, graph, statuses.mentions):
            return holders
    before = (w for w in graph.doc[head].lefts if w.lemma_.lower() in graph.words[_HOLDING])
    names = (c.i for word in before for c in word.lefts if c.dep_ in _BY)
    return distinct(a for i in names for a in actors_of(i, "by", graph, statuses.mentions))
