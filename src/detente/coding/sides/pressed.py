"""Yielding that names nobody in, whoever pressed for it as its other side out.

"Ruritania gives way after Sylvania threatens tariffs": it gives way to Sylvania.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.draft import Draft
from detente.coding.sides.domestic import AT_HOME
from detente.coding.sides.opponents import key_of
from detente.coding.sides.sentence_before import others_in_clause
from detente.coding.status import Statuses

YIELDING = "yielding"  # a group of kinds
PRESSING = frozenset({"ACCUSE", "COERCE", "PROTEST", "REQUEST", "SANCTION", "THREATEN"})  # types
WHY = "who pressed for it"


def with_who_pressed(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, those that yield with the one party that pressed them in their sentence or the one before."""
    return tuple(_to_whom(draft, drafts, statuses) for draft in drafts)


def _to_whom(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    if draft.kind not in statuses.lexicon.groups[YIELDING] or draft.reciprocal or not draft.actors:
        return draft
    if any(r.inferred != AT_HOME for r in draft.recipients):
        return draft  # "to its own people" is only thought
    doc = statuses.graph.doc
    own = {key_of(a) for a in draft.actors}
    sentence = doc[draft.head].sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    pressing = [
        a
        for d in drafts
        if start <= d.head < sentence.end and d is not draft and _presses(d, statuses)
        if own & {key_of(r) for r in d.recipients}
        for a in d.actors
        if key_of(a) and key_of(a) not in own
    ]
    if len({key_of(a) for a in pressing}) != 1:
        return draft
    keys = own | {key_of(a) for a in pressing}
    if others_in_clause(draft, keys, statuses):
        return draft
    return replace(draft, recipients=(replace(pressing[0], inferred=WHY),))


def _presses(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds.get(draft.kind)
    return kind is not None and kind.type in PRESSING
