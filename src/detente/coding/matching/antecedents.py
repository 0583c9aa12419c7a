"""A verb whose object is a pronoun for a thing in, the verb with each noun that it may mean as its object out.

"Drones entered Sylvania; jets shot down four of them": which noun is meant shows in what the rules of the verb ask for.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Argument, Graph, Predicate
from detente.reading.tokens import Token

OBJECT = "object"
MEANS = {"it": "NN", "them": "NNS"}
MAY_BE_MEANT = frozenset({"nsubj", "nsubjpass", "dobj"})
BACK = 40  # words before the pronoun in which its noun is looked for


def with_antecedents(verb: Predicate, graph: Graph, mentions: Mentions) -> Iterator[Predicate]:
    """The nearest noun first; nothing where the object is no such pronoun, or stands for somebody."""
    heads = verb.heads(OBJECT)
    if len(heads) != 1 or heads[0] in mentions.actors:
        return
    pronoun = graph.doc[heads[0]]
    tag = MEANS.get(pronoun.lower_)
    for noun in _nouns_before(pronoun) if tag else ():
        if noun.tag_ == tag and noun.i not in verb.heads("subject"):
            meant = [Argument(OBJECT, noun.i) if a.name == OBJECT else a for a in verb.arguments]
            yield replace(verb, arguments=tuple(meant))


def _nouns_before(pronoun: Token) -> Iterator[Token]:
    first = max(pronoun.i - BACK, 0)
    for token in reversed(pronoun.doc[first : pronoun.i]):
        if token.dep_ in MAY_BE_MEANT:
            yield token
