"""A draft in, why it tells only what any such person would do out: "every colonel who storms a palace", "no king who ..."."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses

ANY = "it is said of any such person, and of nobody's deed"
CLAUSE, DETERMINER, PRESENT = "relcl", "det", ("VBZ", "VBP")


def done_by_any(draft: Draft, statuses: Statuses) -> str | None:
    """A clause in the present that tells which ones of a kind are meant."""
    verb = statuses.graph.doc[draft.head]
    if verb.dep_ != CLAUSE or verb.tag_ not in PRESENT:
        return None
    words = statuses.graph.words["words for any"]
    said = any(c.dep_ == DETERMINER and c.lower_ in words for c in verb.head.lefts)
    return ANY if said else None
