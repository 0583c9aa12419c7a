"""A verb of defending in, those whose deed is defended out: "defended Sylvania's arrest of a Ruritanian" backs Sylvania.

"Defended the arrest of a Ruritanian" backs nobody else: who defends a thing of which he does not say whose it is did it.
"""

from __future__ import annotations

from detente.coding.matching.lexicon import Lexicon
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_at
from detente.reading.graph import Graph, Predicate
from detente.records import Actor

OBJECT, AIMED, WHOSE = "object", ("of", "on", "against", "to"), ("poss", "by", "adj")


def whose_deed(
    verb: Predicate,
    backed: tuple[Actor, ...],
    speakers: tuple[Actor, ...],
    graph: Graph,
    mentions: Mentions,
    lexicon: Lexicon,
) -> tuple[Actor, ...]:
    """Those who did what is defended, where it is a deed that says to whom it was done; else those who are backed."""
    for head in verb.heads(OBJECT):
        deed = graph.predicates.get(head)
        if deed is None or deed.pos != "noun" or not any(deed.has(name) for name in AIMED):
            continue
        if deed.lemma in lexicon.noun_frames or deed.lemma in lexicon.nominals:
            return actors_at(WHOSE, deed, graph, mentions, apart_from=speakers)
    return backed
