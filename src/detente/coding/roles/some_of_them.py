"""A word for people in, the words that say of which states some of them are, or who is at their head, out.

"400 African migrants, most of them Sylvanians and Graustarkians": more is known of them than that they are Africans.
"""

from __future__ import annotations

from detente.coding.roles.mentions import Mention
from detente.ids import is_organisation
from detente.reading.graph import Graph
from detente.reading.repairs.phrases.some_of_them import numbers_them
from detente.reading.tokens import Token


def some_of_them(people: Token, mention: Mention | None) -> tuple[int, ...]:
    """Where they are named; nowhere if it is known whose they all are."""
    if mention is not None and (mention.several or not is_organisation(mention.actor.id)):
        return ()
    named = [c for c in people.rights if c.dep_ == "appos" and numbers_them(c)]
    return tuple(t.i for first in named for t in (first, *first.conjuncts))


def heads_of(people: Token, mention: Mention, graph: Graph) -> tuple[int, ...]:
    """ "West African leaders led by Sylvania's king": who leads those of whom no one state is known is one of them."""
    if people.pos_ != "NOUN" or not is_organisation(mention.actor.id):
        return ()
    clauses = (graph.predicates.get(c.i) for c in people.rights if c.dep_ == "acl")
    led = [p for p in clauses if p is not None and p.passive and p.lemma in graph.words["leading verbs"]]
    return tuple(h for p in led for h in p.heads("subject"))
