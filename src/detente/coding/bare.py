"""Operators over things that no frame knows in, drafts of the acts that they are all the same out.

"Ruritania demanded that Sylvania keep quiet" is a demand, though keeping quiet is no event that we know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from detente.coding.drafts import Draft, without
from detente.coding.frames import Match
from detente.coding.roles import actors_at
from detente.coding.status import Statuses
from detente.knowledge.frames import Operator
from detente.reading.graph import Predicate
from detente.records import Actor

ONE_SIDED = frozenset({"planned", "declined", "proposed"})  # a promise or refusal need not say to whom


def with_bare_acts(
    drafts: Sequence[Draft], matches: Mapping[int, Match], context: Statuses
) -> tuple[Draft, ...]:
    """The drafts and those of bare acts, in the order of the text."""
    taken = {d.head for d in drafts} | {a.head for d in drafts for a in d.applied} | set(matches)
    taken |= {head for d in drafts for head in d.path}
    found = [
        draft
        for predicate in context.graph.predicates.values()
        if predicate.pos == "verb" and predicate.head not in taken
        for draft in _bare_acts(predicate, context)
    ]
    return tuple(sorted((*drafts, *found), key=lambda d: d.head))


def _bare_acts(predicate: Predicate, context: Statuses) -> Iterator[Draft]:
    for argument in predicate.arguments:
        inner = context.graph.predicates.get(argument.head)
        if inner is None or inner.pos != "verb":
            continue
        operator = context.operator_at(predicate.head, argument.name, inner)
        if operator is not None and operator.bare is not None:
            yield from _act(predicate, inner, operator, context)
            return


def _act(predicate: Predicate, inner: Predicate, operator: Operator, context: Statuses) -> Iterator[Draft]:
    actors = actors_at(operator.actor or ("subject",), predicate, context.graph, context.mentions)
    recipients = _aimed_at(predicate, inner, operator, context, actors)
    if not actors or not (recipients or operator.status in ONE_SIDED):
        return
    reading = context.readings(predicate.head)[0]
    yield Draft(
        head=predicate.head,
        kind=operator.bare or "",
        status=reading.status,
        certainty=reading.certainty,
        actors=actors,
        recipients=recipients,
        reciprocal=False,
        needs=("actor",),
        path=reading.path,
        applied=reading.applied,
        rules=(f"operator:{operator.id}",),
        under=(predicate.head,),
        made=True,
    )


def _aimed_at(
    predicate: Predicate, inner: Predicate, operator: Operator, context: Statuses, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    said = actors_at(operator.recipient, predicate, context.graph, context.mentions)
    return without(said or actors_at(("subject", "object"), inner, context.graph, context.mentions), actors)
