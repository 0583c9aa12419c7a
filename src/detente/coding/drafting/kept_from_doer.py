"""A noun's frame and the word that governs the noun in, whether the one who does what that says is kept from it out.

"Ruritania's airline plans flights to Sylvania": who is no subject of a rule does not become one by planning it.
"""

from __future__ import annotations

from detente.coding.matching.lexicon import bars, conditions_of
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Frame

SUBJECT, ACTOR = "subject", "actor"
DOER = ("subject", "poss")


def is_kept_from_doer(frame: Frame, applied: Applied, statuses: Statuses) -> bool:
    """Whether the frame's rule rules out whoever the operator would make its actor."""
    predicate = statuses.graph.predicates.get(applied.head)
    if predicate is None or not applied.operator.actor or ACTOR not in frame.needs:
        return False
    unless = conditions_of(frame, statuses.lexicon).unless
    own = tuple([(DOER, tests) for names, tests in unless if SUBJECT in names])
    return bool(own) and bars(own, predicate, statuses.graph, statuses.mentions, statuses.lexicon)
