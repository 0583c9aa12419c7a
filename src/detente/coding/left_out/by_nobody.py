"""Drafts in, why some are no events out: force of which nobody is named as its author, told in the body of a text.

What a report is about stands in its headline or its first sentence. "The attack", "the killings" and "was arrested" further
down refer to what is told elsewhere, or to what nobody knows more of.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.standing.status import Statuses

REFERRED_TO = "force that nobody is named for, only referred to in the body of the text"
FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
OPENING = 2  # sentences: the headline and the lead


def by_nobody(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number."""
    unnamed = [n for n, draft in enumerate(drafts) if not draft.actors]
    if not unnamed:
        return {}
    body = _body(statuses)
    return {
        n: REFERRED_TO for n in unnamed if drafts[n].head >= body and type_of(drafts[n], statuses) in FORCE
    }


def _body(statuses: Statuses) -> int:
    """Where the first sentence after the opening begins, or the end of the text."""
    doc, start = statuses.graph.doc, 0
    for _ in range(OPENING):
        if start >= len(doc):
            break
        start = doc[start].sent.end
    return start
