"""A draft that is no event without its recipient in, the one other party of its clause as recipient out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.sides.nearby.other_side import with_other_side
from detente.coding.sides.nearby.sentence_before import RECIPIENT, is_told_after
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.records import Attribution

DESCRIBING, DEPORTATION = "acl", "deportation"


def with_needed_other_side(draft: Draft, statuses: Statuses, attributions: Sequence[Attribution]) -> Draft:
    """The draft with it, if it is told for itself.

    "Files a complaint over Sylvanian duties", "an isle claimed by Graustark": only what it is about.
    """
    predicate, word = statuses.graph.predicates[draft.head], statuses.graph.doc[draft.head]
    told = (predicate.pos == "verb" and word.dep_ != DESCRIBING) or predicate.carrier is not None
    open_still = bool(draft.actors) and not draft.recipients and RECIPIENT in draft.needs
    if not (told and open_still and draft.status in HAPPENED):
        return draft
    if draft.kind == DEPORTATION and not all(a.country and a.country == a.id for a in draft.actors):
        return draft  # "he goes into exile in Sylvania"
    found = with_other_side(draft, statuses, attributions)
    return draft if any(is_told_after(r, draft, statuses) for r in found.recipients) else found
