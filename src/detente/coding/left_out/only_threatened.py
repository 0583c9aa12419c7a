"""A threat and what is threatened with in, which of the two only says again what the other says out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.composing import COMING
from detente.coding.standing.status import Statuses

THREAT, PENALTIES = "THREATEN", ("ASSAULT", "COERCE", "SANCTION")


def is_threatened(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether another draft tells the threat that this one is, or what it is made with."""
    if type_of(draft, statuses) == THREAT:
        return any(_threatens_with(draft, d, statuses) for d in drafts)
    return _only_hits_back(draft, drafts, statuses)


def _threatens_with(draft: Draft, other: Draft, statuses: Statuses) -> bool:
    """ "Said that it would punish Sylvania": what is threatened with is told, and is coded as a threat."""
    if type_of(other, statuses) not in PENALTIES or _is_hitting_back(other, statuses):
        return False
    said = other.status in COMING and any(a.head == draft.head for a in other.applied)
    same = [{a.country or a.id for a in d.actors} for d in (draft, other)]
    hit = [{a.country or a.id for a in d.recipients} for d in (draft, other)]
    return said and same[0] == same[1] and hit[0] == hit[1]


def _only_hits_back(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Vowed to retaliate against Sylvania": by what is not said, and the vow is told."""
    above = {a.head for a in draft.applied if a.head != draft.head}
    if not above or not _is_hitting_back(draft, statuses):
        return False
    return any(d.head in above and type_of(d, statuses) == THREAT for d in drafts)


def _is_hitting_back(draft: Draft, statuses: Statuses) -> bool:
    """ "To retaliate"; but "to retaliate with a duty on apples" says by what."""
    verb = statuses.graph.predicates[draft.head]
    return verb.lemma in statuses.graph.words["answering verbs"] and not verb.heads("with")
