"""A claim of responsibility in, whether only others say so, out: "Sylvania says that the league is behind the raid"."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses

NOT_CLAIMED = "others say so: whoever did it has claimed nothing"
CLAIM, COPULA, OWN_WORD = "claim of responsibility", "be", "PRON"


def not_claimed(draft: Draft, statuses: Statuses) -> str | None:
    """The reason why it is no event, or None: "it is behind the raid" is the league's own word."""
    doc = statuses.graph.doc
    if draft.kind != CLAIM or doc[draft.head].lemma_ != COPULA:
        return None
    named = any(doc[h].pos_ != OWN_WORD for h in statuses.graph.predicates[draft.head].heads("subject"))
    return NOT_CLAIMED if named else None
