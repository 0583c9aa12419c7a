"""What somebody says in, whether he speaks of his own side's doing and accuses nobody out."""

from __future__ import annotations

from detente.coding.drafting.draft import without
from detente.coding.roles.roles import actors_at
from detente.coding.standing.governing import COPULA
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Operator
from detente.reading.graph import Predicate
from detente.records import Actor

ACCUSING = "ACCUSE"
FORCES, RULERS = frozenset({"MIL", "COP"}), frozenset({"GOV", "MIL", "COP"})


def is_own_deed(inner: Predicate, operator: Operator, actors: tuple[Actor, ...], context: Statuses) -> bool:
    """ "Said that he had set the day of the invasion": nobody is criticised for what who says so does himself."""
    if not accuses(operator, context):
        return False
    if inner.lemma in context.graph.words["verbs of taking part"]:
        return _by_own_forces(inner, actors, context)
    doers = actors_at(("subject",), inner, context.graph, context.mentions)
    return inner.lemma != COPULA and bool(doers) and not without(doers, actors)


def accuses(operator: Operator, context: Statuses) -> bool:
    """Whether what the operator says is a reproach."""
    kind = context.lexicon.kinds.get(operator.bare or "") if operator.says else None
    return kind is not None and kind.type == ACCUSING


def _by_own_forces(inner: Predicate, actors: tuple[Actor, ...], context: Statuses) -> bool:
    """ "A general said that government troops were involved in the search": he tells of them, and blames nobody."""
    doers = actors_at(("subject", "object"), inner, context.graph, context.mentions)
    own = {a.country for a in actors}
    ruling = all(a.sectors and RULERS.issuperset(a.sectors) for a in actors)
    theirs = all(FORCES.intersection(d.sectors) and (d.country in own or d.country is None) for d in doers)
    return ruling and bool(doers) and theirs
