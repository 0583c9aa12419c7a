"""A refusal or threat without an addressee in, whoever must act first as its recipient out.

"Sylvania will not return to the table until Graustark frees the envoy", "threatened to close the base unless Graustark
pays": it is said to the one of whom something is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

SAID_TO_SOMEBODY = frozenset({"AGREE", "CONCEDE", "REJECT", "THREATEN", "SANCTION", "PROTEST"})
VERBAL = frozenset({"AGREE", "CONCEDE"})
FORCE, COMING = (
    frozenset({"ASSAULT", "COERCE", "MOBILIZE"}),
    ("planned", "scheduled"),
)  # what is a threat so far
WANTED, REFUSED = ("until", "unless", "if", "only"), "declined"
INNER = ("clause", "purpose", "object")


def with_who_must_act(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where more than one party must act, or it is the speaker's own."""
    kind = statuses.lexicon.kinds[draft.kind]
    refused = (
        draft.status == REFUSED
    )  # "refuses talks unless Sylvania ...": said to Sylvania, whatever is refused
    if draft.reciprocal and (not refused):
        return draft
    said = refused or kind.type in SAID_TO_SOMEBODY
    if not said and not (kind.type in FORCE and draft.status in COMING):
        return draft
    told = [
        r for r in draft.recipients if not (kind.type in VERBAL and r.inferred and sides((r,), draft.actors))
    ]
    if told:
        return draft  # "is ready to send its company": its own is not whom it tells
    for actors in _who_act(draft, statuses):
        if actors and not sides(actors, draft.actors):
            return replace(draft, recipients=actors)
    return draft


def _who_act(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    predicates, graph = statuses.graph.predicates, statuses.graph
    heads = [draft.head, *draft.path, *(a.head for a in draft.applied)]
    heads += [h for head in heads if head in predicates for h in predicates[head].heads(*INNER)]
    for head in dict.fromkeys(heads):
        predicate = predicates.get(head)
        for clause in predicate.heads(*WANTED) if predicate is not None else ():
            verb = predicates.get(clause)
            if verb is None:
                continue
            name = "by" if verb.passive and not verb.has("subject") else "subject"
            found = actors_at((name,), verb, graph, statuses.mentions, acting=True)
            why = f"must act first: '{graph.doc[clause].text}'"
            yield tuple(replace(a, inferred=a.inferred or why) for a in found if _known(a))


def _known(actor: Actor) -> bool:
    return bool(actor.country or actor.id or actor.based)
