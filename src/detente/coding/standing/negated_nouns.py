"""A noun with "no" in, how it stands out: what there was not is denied, what there will not be is declined."""

from __future__ import annotations

from detente.coding.standing.moods import Own, finite_status
from detente.reading.graph import Graph, Predicate


def none_there(noun: Predicate, graph: Graph, coming: frozenset[int]) -> Own:
    """ "There were no talks"; "there will be no talks", "said there would be none": they are declined."""
    over = (graph.predicates.get(g.head) for g in graph.governors.get(noun.head, ()) if g.name == "attr")
    ahead = any(finite_status(v, graph, coming)[0] == "planned" for v in over if v and v.mood == "indicative")
    return ("declined", "PR") if ahead else ("denied", "CT")
