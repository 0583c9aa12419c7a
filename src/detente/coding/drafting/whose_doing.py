"""The clause that an act of speech is about in, whose doing that is out: another's, or that of whoever says so."""

from __future__ import annotations

from detente.coding.drafting.draft import without
from detente.coding.roles.roles import actors_at, actors_of, distinct, without_states
from detente.coding.standing.governing import COPULA
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Operator
from detente.reading.graph import Predicate
from detente.records import Actor

BY = "by"
PROOFS, TOLD = "nouns of proof", ("acl", "relcl", "ccomp")
DONE_TO = frozenset(
    ("object", "indirect", "to", "with", "against", "for", "from", "on", "in", "into", "after", "over")
)
ACCUSING = "ACCUSE"
FORCES, RULERS = frozenset({"MIL", "COP"}), frozenset({"GOV", "MIL", "COP"})


def who_should_act(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    if proven := _of_whom_it_is_proof(inner, context, actors):
        return proven
    names = dict.fromkeys(("subject", *(a.name for a in inner.arguments if a.name in DONE_TO)))
    for apart in (
        without_states,
        without,
    ):  # "offered to share his country's rice with Sylvania": with another first
        for name in names:
            known = context.operator_at(inner.head, name)
            if apart is without and known is not None and known.factive:
                continue  # "vowed to avenge the killing of its general": he is not threatened
            found = apart(actors_at((name,), inner, context.graph, context.mentions), actors)
            if found:
                return found
    return _whom_he_lets(inner, context, actors)


def _of_whom_it_is_proof(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "There is evidence that Sylvanian agents killed a monk": who did it, and not the monk."""
    graph = context.graph
    proofs = (graph.doc[h] for h in inner.heads("attr", "object"))
    told = (
        c.i for p in proofs if p.lemma_.lower() in graph.words[PROOFS] for c in p.rights if c.dep_ in TOLD
    )
    deeds = (graph.predicates[i] for i in told if i in graph.predicates)
    found = (a for deed in deeds for a in actors_at(("subject",), deed, graph, context.mentions))
    return without(distinct(found), actors)


def _whom_he_lets(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "agreed to let Sylvanian troops use its ports": who may do it."""
    for head in inner.heads("clause"):
        clause = context.graph.predicates.get(head)
        if clause is not None and clause.pos == "verb":
            return without(actors_at(("subject",), clause, context.graph, context.mentions), actors)
    return _for_whom_it_is(inner, context, actors)


def _for_whom_it_is(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "it was time for Sylvania to go": who is to go."""
    if inner.lemma != COPULA:
        return ()
    below = (context.graph.predicates.get(t.i) for t in context.graph.doc[inner.head].subtree)
    asked = [p for p in below if p is not None and p.mood == "infinitive" and p.has("subject")]
    if asked:
        return without(actors_at(("subject",), asked[0], context.graph, context.mentions), actors)
    return _by_whom_it_is(inner, context, actors)


def _by_whom_it_is(inner: Predicate, context: Statuses, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """ "The fire was an act of sabotage by Sylvania": whose it was said to be."""
    said = (t for t in context.graph.doc[inner.head].subtree if t.lower_ == BY and t.i > inner.head)
    doers = (c.i for by in said for c in by.children if c.dep_ == "pobj")
    found = (a for i in doers for a in actors_of(i, BY, context.graph, context.mentions))
    return without(distinct(found), actors)


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
