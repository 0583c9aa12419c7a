"""A rescue by soldiers or police in, those who were carried off just before as whom they help out.

"Bandits kidnap forty pupils in Strelsau. The army has rescued nine of them": they let nobody go whom they held.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at, sides, without_states
from detente.coding.sides.captives.captives import FORCES, FREED_OWN, OUTLAWS, RELEASE, RESCUE
from detente.coding.sides.looking.told_before import told_in_sentences_before
from detente.coding.standing.status import Statuses
from detente.records import Actor

FREED = frozenset({RELEASE, RESCUE})  # kinds
TAKEN = frozenset({"abduction", "seizure", "arrest", "interception"})  # kinds
DOER, BACK = ("subject", "by"), 2  # whoever acts, sentences


def with_those_carried_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft as a rescue of those whom others abducted in one of the sentences before."""
    graph = statuses.graph
    verb = graph.predicates[draft.head]
    doers = draft.actors or actors_at(DOER, verb, graph, statuses.mentions)
    if verb.pos != "verb" or not doers or not all(FORCES & set(a.sectors) and a.country for a in doers):
        return draft
    taken = [d for d in told_in_sentences_before(draft, drafts, statuses, BACK) if d.kind in TAKEN]
    if not taken or _are_the_takers(taken[-1], doers) or not _are_the_same(draft, taken[-1]):
        return draft
    others = without_states(draft.recipients, doers)  # "seized a tanker with a Sylvanian crew"
    freed = others or only_because(taken[-1].recipients, FREED_OWN)
    return replace(draft, kind=RESCUE, actors=doers, recipients=freed) if freed else draft


def _are_the_takers(taken: Draft, doers: Sequence[Actor]) -> bool:
    """Soldiers of the land of the rebels who took them are none of these."""
    takers = [a for a in taken.actors if not OUTLAWS & set(a.sectors)]
    return sides(takers, doers)


def _are_the_same(draft: Draft, taken: Draft) -> bool:
    """Whether no others are named as those who are freed."""
    known = {r.country for r in (*taken.recipients, *taken.actors)}
    return all(r.country in known or r.inferred for r in draft.recipients)
