"""A noun of what befalls somebody in, the same with the person whose it is as who suffers it out.

"The arrest of Horn" and "Horn's arrest" are one: a person is arrested, ousted or murdered, where a state does it.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.roles.mentions import Mentions
from detente.reading.graph import Argument, Graph, Predicate

BEFALLS = "what befalls whose it is"  # the list of words
OWNER, OF, OBJECT, PERSON = "poss", "of", "object", "person"
ONE = "NN"  # "the general's arrests": those that he makes


def with_sufferer(noun: Predicate, graph: Graph, mentions: Mentions) -> Predicate:
    """The predicate; as it is where it says otherwise of whom."""
    if noun.lemma not in graph.words[BEFALLS] or not noun.has(OWNER) or noun.has(OF) or noun.has(OBJECT):
        return noun
    owners = [mentions.actors.get(h) for h in noun.heads(OWNER)]
    if graph.doc[noun.head].tag_ != ONE or not all(m is not None and m.kind == PERSON for m in owners):
        return noun
    arguments = (Argument(OF, a.head) if a.name == OWNER else a for a in noun.arguments)
    return replace(noun, arguments=tuple(arguments))
