"""The matches of a text in, without words that may mean much else where no clause is about them, out.

"The exercise is over, the army said" may be of its own; "a withdrawal welcomed by all" tells of another's.
"""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.matching.frames import Match
from detente.coding.standing.status import Statuses

TELLER, SUBJECT = "teller", ("nsubj", "nsubjpass")  # what a frame needs, labels


def of_which_is_told(matches: Mapping[int, Match], context: Statuses) -> Mapping[int, Match]:
    """Those that only an army's word gives a side to are kept where they are the subject."""
    doc = context.graph.doc
    return {h: m for h, m in matches.items() if TELLER not in m.frame.needs or doc[h].dep_ in SUBJECT}
