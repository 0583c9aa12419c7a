"""A draft in, whether it only says by a relative clause how somebody stands to a thing, out.

"Asked the five members that do not recognise Graustark", "the states which do not accept refugees": who they are, and
nothing that they did.
"""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses

STANCE = "it only says how somebody stands, and of whom is told"
RELATIVE, BASE, HABIT = "relcl", "VB", ("do", "does")


def only_stands(draft: Draft, statuses: Statuses) -> str | None:
    """By a present tense that is denied: what has been refused is told otherwise."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ != RELATIVE or token.tag_ != BASE:
        return None
    helped = any(c.dep_ == "aux" and c.lower_ in HABIT for c in token.lefts)
    denied = any(c.dep_ == "neg" for c in token.children)
    return STANCE if helped and denied else None
