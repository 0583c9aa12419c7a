"""A complaint that is lodged with a body of states in, whoever it is about as its recipient out.

"Ruritania lodged a protest with the United Nations over a Sylvanian raid", "complained to the league that Sylvania had
closed the river": the body is only told.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

COMPLAINTS = frozenset({"complaint", "diplomatic protest"})  # kinds
LODGED = COMPLAINTS | {"lawsuit"}
BODY = "IGO:"
ABOUT = ("against", "about", "over", "clause")
SAYING = "subject"  # "a complaint alleging that ..."


def with_whom_it_is_about(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with who is said to have done what is complained of, if its recipients are only told of it."""
    if not all((a.id or "").startswith(BODY) for a in draft.recipients):
        return draft
    told = (*draft.actors, *draft.recipients)
    for predicate in _saying(draft, statuses):
        found = without(actors_at(ABOUT, predicate, statuses.graph, statuses.mentions), told)
        if found:
            why = f"'{statuses.graph.doc[draft.head].text}' is about it"
            return replace(draft, recipients=because(found, why))
    return draft


def only_lodged(draft: Draft) -> bool:
    """ "Will take the case to the league": whether only the body is named, and not who is complained of."""
    bodies = all((a.id or "").startswith(BODY) for a in draft.recipients)
    return draft.kind in LODGED and bool(draft.recipients) and bodies


def _saying(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The word for the complaint, what carries it, and what goes on with "saying that"."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    yield own
    if own.carrier is not None:
        yield graph.predicates[own.carrier]
    for head in (draft.head, *own.heads("object")):
        yield from (graph.predicates[g.head] for g in graph.governors.get(head, ()) if g.name == SAYING)
