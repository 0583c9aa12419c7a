"""Drafts of one text in, why some are no events of their own out: they are only thought of beside what is told.

"Leaders discuss efforts to reach a truce": there is no truce, and may never be. Of visits, meetings and calls each word
counts, since a dossier follows them from rumour to outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import family_of
from detente.coding.standing.governing import ANY_VERB
from detente.coding.standing.status import Statuses

THOUGHT = "it is only thought of, or has not happened, beside what its sentence says of others"
THINKABLE, UNTRUE = "hypothetical", "denied"
DENIAL = "REJECT"  # who denies an act is told with it
PLANNED = "planned"
FOLLOWED = ("visit", "meeting", "call")


def only_thought_of(drafts: Sequence[Draft], statuses: Statuses, without: Collection[int]) -> dict[int, str]:
    """The reason by number; `without`: the numbers of drafts that are left out already."""
    if not any(draft.status in (THINKABLE, UNTRUE, PLANNED) for draft in drafts):
        return {}
    left = {n: draft for n, draft in enumerate(drafts) if n not in without}
    told = {_sentence(d, statuses) for d in left.values() if d.status not in (THINKABLE, UNTRUE)}
    denials = {_sentence(d, statuses) for d in left.values() if type_of(d, statuses) == DENIAL}
    real = {THINKABLE: told, UNTRUE: told - denials}
    return {
        n: THOUGHT
        for n, d in left.items()
        if (
            _sentence(d, statuses) in (told if _is_lacking(d) else real.get(d.status, ()))
            and _is_aside(d, statuses)
        )
    }


def _is_lacking(draft: Draft) -> bool:
    """ "void without a treaty": what is missing is no more than thought of."""
    return draft.status == UNTRUE and any(ANY_VERB in a.operator.verbs for a in draft.applied)


def _is_aside(draft: Draft, statuses: Statuses) -> bool:
    return family_of(draft.kind, statuses.lexicon) not in FOLLOWED


def _sentence(draft: Draft, statuses: Statuses) -> int:
    return statuses.graph.doc[draft.head].sent.start
