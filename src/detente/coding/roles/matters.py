"""A name beside a noun in, whether it only says what that is about or from where something is moved out."""

from __future__ import annotations

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Graph
from detente.reading.tokens import Token

ACROSS, WITH = "across", "with"


def is_matter(land: int, graph: Graph, mentions: Mentions) -> bool:
    """ "the Sylvania accord", "the Sylvania war": what it is about, where "Sylvanian" or "Sylvania's" says whose it is.

    "Sylvania-related" measures are about it too.
    """
    token = graph.doc[land]
    return (
        token.dep_ in ("compound", "nmod", "npadvmod")
        and token.head.lemma_.lower() in graph.words["matters"]
        and land in mentions.places
        and not any(t.is_quote for t in graph.doc[land : token.head.i])  # 'help Sylvania "wage war"'
    )


def moved_from(place: int, noun: int, graph: Graph) -> bool:
    """ "the withdrawal of forces from Sylvania": where they leave, and not whose they are; but "a batch of vaccines"."""
    governors = (graph.predicates[g.head] for g in graph.governors.get(noun, ()))
    counts = graph.words["transparent nouns"]
    return any(place in g.heads("from") for g in governors if g.pos == "verb" or g.lemma not in counts)


def is_no_party(noun: Token, name: str, graph: Graph) -> bool:
    """ "A raid across the Sylvanian border": where it went; "ties with the league and Sylvania's attacks": another matter."""
    if name == ACROSS:
        return noun.lemma_.lower() in graph.words["border nouns"]
    return name == WITH and noun.dep_ == "conj" and noun.lemma_.lower() in graph.words["attack nouns"]
