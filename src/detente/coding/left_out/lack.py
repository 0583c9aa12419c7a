"""A threat in, whether it only warns of what comes without somebody's help, out: who is asked for help is not threatened."""

from __future__ import annotations

from detente.coding.draft import Draft
from detente.coding.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

OF_LACK = "it only warns of what comes without the help of who is named"
THREATS = ("threat", "warning")


def warns_of_lack(draft: Draft, statuses: Statuses) -> str | None:
    """ "Warned that its people would starve without aid from Sylvania"; the reason why it is left out, or None."""
    if draft.kind not in THREATS or not draft.recipients:
        return None
    graph, head = statuses.graph, statuses.graph.doc[draft.head]
    if head.lemma_.lower() not in graph.words["warning verbs"]:
        return None
    gone = [t for t in head.sent if t.lower_ in graph.words["without"] and t.i > head.i]
    return OF_LACK if gone and all(_stands_behind(r, gone) for r in draft.recipients) else None


def _stands_behind(actor: Actor, gone: list[Token]) -> bool:
    ends = ((t.idx, t.right_edge.idx + len(t.right_edge)) for t in gone)
    return actor.span is not None and any(a <= actor.span.start and actor.span.end <= b for a, b in ends)
