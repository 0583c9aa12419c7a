"""Violence by soldiers of whom only that is told in, those of the state whose forces act in the clause before it out.

"Ruritanian jets bombed Klausenburg, and 3,000 troops took a strip of Sylvania": Ruritania's. Who strikes back or runs
is of the other side, and soldiers behind what rebels do are no rebels.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

ARMED, REBELS = "troops", frozenset({"REB", "UAF", "PRM", "CRM", "OPP"})
BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
JOINED, WHO = "conj", ("subject",)
SAME = "whose forces act in the clause before"


def with_forces_of_first(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft by the state that acts in the clause with which its own is joined, against the same or against nobody
    else."""
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ != JOINED or verb.pos_ != "VERB" or not _is_of_bare_soldiers(draft, statuses):
        return draft
    for other in drafts:
        if verb.head.i not in (other.head, statuses.graph.predicates[other.head].carrier):
            continue
        if not _is_by_forces_of_one_state(other, statuses) or sides(other.actors, draft.recipients):
            continue
        named = any(r.inferred is None for r in draft.recipients)  # and not only by where it is
        if named and not sides(draft.recipients, other.recipients):
            continue
        hit = draft.recipients or only_because(other.recipients, SAME)
        return replace(draft, actors=only_because(other.actors, SAME), recipients=hit)
    return draft


def _is_of_bare_soldiers(draft: Draft, statuses: Statuses) -> bool:
    """Whether those who act are soldiers, and no word beside them says whose."""
    graph, named = statuses.graph, statuses.mentions.modifiers
    for head in graph.predicates[draft.head].heads(*WHO):
        below = list(graph.doc[head].children)
        if any(i in named for i in (head, *(c.i for c in below))) or any(c.dep_ == "prep" for c in below):
            return False
        return ARMED in classes_of(graph.doc, head, statuses.lexicon)
    return False


def _is_by_forces_of_one_state(other: Draft, statuses: Statuses) -> bool:
    if type_of(other, statuses) not in BY_FORCE or other.reciprocal or not other.actors:
        return False
    return len({a.country for a in other.actors}) == 1 and all(_is_of_state(a) for a in other.actors)


def _is_of_state(actor: Actor) -> bool:
    return actor.country is not None and not REBELS & set(actor.sectors)
