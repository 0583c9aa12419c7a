"""A noun in, whether it is somebody else than who is named as its owner out."""

from __future__ import annotations

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Graph, Predicate

ITS, STATE = "its", "state"  # a word, a kind of mention


def is_another(noun: Predicate, graph: Graph, mentions: Mentions) -> bool:
    """ "Its neighbour", "its ally": somebody else, for whom it does not answer; "his ally" may be of his own party."""
    owners = noun.heads("poss")
    if noun.lemma in graph.words["other parties"]:
        return bool(owners or noun.heads("of"))
    return noun.lemma in graph.words["friends of states"] and any(
        graph.doc[h].lower_ == ITS or ((m := mentions.actors.get(h)) and m.kind == STATE) for h in owners
    )
