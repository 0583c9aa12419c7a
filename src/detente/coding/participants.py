"""Everyone else in an event: who is named among a delegation, or is to be met; definite or potential."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.drafts import Draft
from detente.coding.mentions import Mentions
from detente.coding.roles import actors_of
from detente.reading.graph import Graph
from detente.records import Actor, Participant

PURPOSES = ("for", "purpose")


def participants_of(
    number: int,
    drafts: Sequence[Draft],
    graph: Graph,
    mentions: Mentions,
    uncertain: frozenset[str],
    members: frozenset[str],
) -> tuple[Participant, ...]:
    """Participants in the order of the text, without those who are actor or recipient."""
    draft = drafts[number]
    found = list(_named_among(draft.head, graph, mentions, uncertain, members))
    predicate = graph.predicates[draft.head]
    for head in predicate.heads(*PURPOSES):
        for other in drafts:
            if other.head in _event_heads(head, graph):
                found += _named_among(other.head, graph, mentions, uncertain, members)
                found += [
                    _participant(a, "definite")
                    for a in (*other.actors, *other.recipients)
                    if a.id and a.id != a.country
                ]
    sides = (*draft.actors, *draft.recipients)
    kept: dict[str, Participant] = {}
    for p in found:
        if not any(p.id == a.id and p.id is not None for a in sides):
            kept.setdefault(p.id or p.name, p)
    return tuple(sorted(kept.values(), key=lambda p: p.span or (0, 0)))


def _event_heads(head: int, graph: Graph) -> set[int]:
    """The head itself and, for an infinitive, the event noun that it carries."""
    return {head} | {p.head for p in graph.predicates.values() if p.carrier == head}


def _named_among(
    head: int, graph: Graph, mentions: Mentions, uncertain: frozenset[str], members: frozenset[str]
) -> Iterator[Participant]:
    """ "officials, including Foreign Minister A and potentially President B"."""
    predicate = graph.predicates[head]
    for argument in predicate.arguments:
        group = graph.predicates.get(argument.head)
        if group is None or group.pos != "noun":
            continue
        for inner in group.arguments:
            if inner.name not in members:
                continue
            certainty = "potential" if is_uncertain(inner.head, graph, uncertain) else "definite"
            for actor in actors_of(inner.head, inner.name, graph, mentions):
                yield _participant(actor, certainty)


def is_uncertain(head: int, graph: Graph, uncertain: frozenset[str]) -> bool:
    """Whether an adverb such as "potentially" stands on a noun phrase."""
    token = graph.doc[head]
    return any(
        t.lower_ in uncertain for t in (*token.children, *graph.doc[max(0, token.left_edge.i - 1) : token.i])
    )


def _participant(actor: Actor, certainty: str) -> Participant:
    return Participant(
        name=actor.name,
        id=actor.id,
        country=actor.country,
        sectors=actor.sectors,
        certainty="potential" if certainty == "potential" else "definite",
        span=actor.span,
        inferred=actor.inferred,
    )
