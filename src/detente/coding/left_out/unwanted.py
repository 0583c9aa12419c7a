"""A draft in, whether it is a harm that its own side is said not to want out: nobody does it, and nobody is refused.

A measure that states announce beforehand is told: "has no plans to expel the envoy" denies what was rumoured.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses

UNWANTED = "a harm that its own side does not want to do"
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST", "ACCUSE"})
BREACHES = frozenset({"violation of agreement"})  # harm by the type of their kind a refusal
MEASURES = "measures"  # a group of kinds
SPOKEN_OF, PLANNED, DECLINED = "hypothetical", "planned", "declined"
UNSURE = "Uu"  # a certainty: of what is wanted, nobody says how likely it is


def with_plan_denied(draft: Draft, statuses: Statuses) -> Draft:
    """ "Has no plans to expel the envoy": that it would is denied; who only has no wish to says less."""
    if draft.kind not in statuses.lexicon.groups[MEASURES] or not is_unwanted(draft, statuses):
        return draft
    if all(a.operator.certainty == UNSURE for a in draft.applied if _wants_not(a, draft.head, statuses)):
        return draft
    return replace(draft, status="denied", certainty="CT")


def is_unwanted(draft: Draft, statuses: Statuses) -> bool:
    """ "Does not want to attack", "does not plan to", "has no wish to expel the envoy"."""
    if draft.status not in (SPOKEN_OF, DECLINED):
        return False
    if type_of(draft, statuses) not in HARMS and draft.kind not in BREACHES:
        return False
    return any(_wants_not(a, draft.head, statuses) for a in draft.applied)


def _wants_not(applied: Applied, head: int, statuses: Statuses) -> bool:
    operator = applied.operator
    if operator.makes is not None:
        return False
    if operator.negated == DECLINED and operator.status == DECLINED:  # "no wish to"
        return True
    wanting = statuses.graph.predicates.get(applied.head)
    wanted = operator.status == PLANNED or (operator.status == SPOKEN_OF and operator.certainty == UNSURE)
    if wanting is None or not wanted or not wanting.negated:
        return False
    return wanting.heads("subject") == statuses.graph.predicates[head].heads("subject")
