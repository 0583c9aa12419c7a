"""A threat in, whether it only warns of what comes without somebody's help, out: who is asked for help is not threatened."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

OF_LACK = "it only warns of what comes without the help of who is named"
THREATS, HELP = ("threat", "warning"), ("aid", "humanitarian-aid", "economic-aid", "money")


def warns_of_lack(draft: Draft, statuses: Statuses) -> str | None:
    """ "Warned that its people would starve without aid from Sylvania"; the reason why it is left out, or None."""
    if draft.kind not in THREATS:
        return None
    graph, head = statuses.graph, statuses.graph.doc[draft.head]
    if head.lemma_.lower() not in graph.words["warning verbs"]:
        return None
    gone = [t for t in head.sent if t.lower_ in graph.words["without"] and t.i > head.i]
    if not gone or not all(_stands_behind(r, gone) for r in draft.recipients):
        return None
    return OF_LACK if draft.recipients or _of_help(gone, statuses) else None


def _of_help(gone: list[Token], statuses: Statuses) -> bool:
    """ "Would close without help", and not "would strike without mercy"."""
    heads = [c.i for t in gone for c in t.children]
    return any_meets(HELP, heads, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _stands_behind(actor: Actor, gone: list[Token]) -> bool:
    ends = ((t.idx, t.right_edge.idx + len(t.right_edge)) for t in gone)
    return actor.span is not None and any(a <= actor.span.start and actor.span.end <= b for a, b in ends)
