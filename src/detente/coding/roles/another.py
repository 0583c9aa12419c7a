"""A noun in, whether it is somebody else than who is named as its owner out."""

from __future__ import annotations

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Graph, Predicate

ITS, STATE = "its", "state"  # a word, a kind of mention
ONE_OF_THEM = ("NN", "NNP")


def is_another(noun: Predicate, graph: Graph, mentions: Mentions) -> bool:
    """ "Its neighbour", "its ally": somebody else, for whom it does not answer; "his ally" may be of his own party."""
    owners = noun.heads("poss")
    if noun.lemma in graph.words["other parties"]:
        return bool(owners or noun.heads("of"))
    if (
        not owners
        and _is_bound(noun, graph)
        and any(_is_state(h, mentions) for h in noun.heads("adj", "mod"))
    ):
        return True
    return noun.lemma in graph.words["friends of states"] and any(
        graph.doc[h].lower_ == ITS or ((m := mentions.actors.get(h)) and m.kind == STATE) for h in owners
    )


def _is_bound(noun: Predicate, graph: Graph) -> bool:
    """ "A Sylvanian ally", "a Sylvanian colony": to whom, and not who it is; "US allies" may be any."""
    return graph.doc[noun.head].tag_ in ONE_OF_THEM and noun.lemma in graph.words["lands of others"]


def _is_state(head: int, mentions: Mentions) -> bool:
    mention = mentions.modifiers.get(head) or mentions.actors.get(head)
    return mention is not None and mention.kind == STATE and mention.actor.inferred is None
