"""Everyone else in an event: who is named among a delegation, or is to be met; definite or potential."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.mentions import Mentions
from detente.coding.roles.roles import actors_of
from detente.reading.graph import Graph
from detente.records import Actor, Participant


def participants_of(draft: Draft, graph: Graph, mentions: Mentions) -> tuple[Participant, ...]:
    """Participants in the order of the text, without those who are actor or recipient."""
    found = list(_named_among(draft.head, graph, mentions))
    for match in draft.joined:
        found += _named_among(match.head, graph, mentions)
        found += [
            _participant(a, "definite") for a in (*match.actors, *match.recipients) if a.id != a.country
        ]
    sides = (*draft.actors, *draft.recipients)
    kept: dict[str, Participant] = {}
    for p in found:
        if not any(p.id == a.id and p.id is not None for a in sides):
            kept.setdefault(p.id or p.name, p)
    return tuple(sorted(kept.values(), key=lambda p: p.span or (0, 0)))


def _named_among(head: int, graph: Graph, mentions: Mentions) -> Iterator[Participant]:
    """ "officials, including Foreign Minister A and potentially President B"."""
    predicate = graph.predicates[head]
    for argument in predicate.arguments:
        group = graph.predicates.get(argument.head)
        if group is None or group.pos != "noun":
            continue
        for inner in group.arguments:
            if inner.name not in graph.words["members"]:
                continue
            certainty = "potential" if is_uncertain(inner.head, graph) else "definite"
            for actor in actors_of(inner.head, inner.name, graph, mentions):
                yield _participant(actor, certainty)


def is_uncertain(head: int, graph: Graph) -> bool:
    """Whether an adverb such as "potentially" stands on a noun phrase."""
    token, uncertain = graph.doc[head], graph.words["uncertain adverbs"]
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
