"""Whom complaints and apologies are for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of, without
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.ids import is_organisation
from detente.reading.graph import Predicate

COMPLAINTS = frozenset({"complaint", "diplomatic protest"})  # kinds
LODGED = COMPLAINTS | {"lawsuit"}
BODY = "IGO:"
ABOUT = ("against", "about", "over", "clause")
SAYING = "subject"  # "a complaint alleging that ..."
APOLOGY, OWNING_UP = "apology", ("apology", "statement of regret")  # kinds
FOR_WHAT = ("for", "over", "object")
HOSTILE = frozenset({"ASSAULT", "COERCE", "ACCUSE", "MOBILIZE"})
DEEDS = frozenset({"ASSAULT", "COERCE"})  # of words one is seldom said to regret them
TO_WHOM_DONE = "to whom it was done"


def with_whom_it_is_about(draft: Draft, statuses: Statuses) -> Draft:
    """A complaint that is lodged with a body of states in, whoever it is about as its recipient out.

    "Ruritania lodged a protest with the United Nations over a Sylvanian raid", "complained to the league that Sylvania had
    closed the river": the body is only told.
    The draft with who is said to have done what is complained of, if its recipients are only told of it.
    """
    if not all(is_organisation(a.id) for a in draft.recipients):
        return draft
    told = (*draft.actors, *draft.recipients)
    for predicate in _saying(draft, statuses):
        found = without(actors_at(ABOUT, predicate, statuses.graph, statuses.mentions), told)
        if found:
            why = f"'{statuses.graph.doc[draft.head].text}' is about it"
            return replace(draft, recipients=because(found, why))
    return draft


def _saying(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The word for the complaint, what carries it, and what goes on with "saying that"."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    yield from graph.at(graph.with_carrier(draft.head))
    for head in (draft.head, *own.heads("object")):
        yield from graph.over(head, SAYING)


def with_those_hurt(draft: Draft, statuses: Statuses) -> Draft:
    """An apology to nobody who is named in, those to whom the same side did something just before as its recipients out.

    "A drone of the army killed nine villagers. The army apologised": to those whom it had hit.
    "Apologised for a strike of the League that killed nine Sylvanians": to them, whoever struck.
    """
    if draft.kind not in OWNING_UP:
        return draft
    graph, mentions = statuses.graph, statuses.mentions
    deeds = set(graph.predicates[draft.head].heads(*FOR_WHAT))
    for verb in graph.predicates.values() if deeds else ():
        if verb.lemma in graph.words["hurting verbs"] and not deeds.isdisjoint(verb.heads("subject")):
            hurt = actors_at(("object",), verb, graph, mentions)
            if hurt and not sides(hurt, draft.actors) and all(a.country for a in hurt):
                return replace(draft, recipients=hurt)
    return draft


def with_those_wronged(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; the last such deed of the same side counts."""
    if draft.kind not in OWNING_UP:
        return draft
    wrongs = HOSTILE if draft.kind == APOLOGY else DEEDS
    for other in reversed([d for d in drafts if d.head < draft.head]):
        if type_of(other, statuses) not in wrongs or not other.recipients:
            continue
        if sides(other.actors, draft.actors):
            hurt = because(other.recipients, TO_WHOM_DONE)
            return replace(draft, recipients=hurt)
    return draft
