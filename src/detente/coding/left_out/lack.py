"""A threat in, whether it only warns of what comes without somebody's help, or of what may come about, out.

Who is asked for help is not threatened; nor is anybody where an envoy, bank or institute fears what a slump may set off.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import any_meets
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

OF_LACK = "it only warns of what comes without the help of who is named"
FORESEEN = "it only warns of what may come about, and not of what the one who warns will do"
RULING = frozenset({"GOV", "MIL"})
THREATS, HELP = ("threat", "warning"), ("aid", "humanitarian-aid", "economic-aid", "money")


def warns_of_lack(draft: Draft, statuses: Statuses) -> str | None:
    """ "Warned that its people would starve without aid from Sylvania"; the reason why it is left out, or None."""
    if draft.kind not in THREATS:
        return None
    graph, head = statuses.graph, statuses.graph.doc[draft.head]
    if head.lemma_.lower() not in graph.words["warning verbs"]:
        return None
    if not any(_is_state(a) for a in draft.actors) and _may_come_about(head, statuses):
        return FORESEEN
    gone = [t for t in head.sent if t.lower_ in graph.words["without"] and t.i > head.i]
    if not gone or not all(_stands_behind(r, gone) for r in draft.recipients):
        return None
    return OF_LACK if draft.recipients or _of_help(gone, statuses) else None


def _is_state(actor: Actor) -> bool:
    """One that the text names: what it fears it may do something about."""
    return bool(actor.country and not actor.inferred and RULING & set(actor.sectors))


def _may_come_about(warns: Token, statuses: Statuses) -> bool:
    """ "Warned that dear bread could spark riots": no deed of anybody's."""
    graph = statuses.graph
    feared = (t for t in warns.rights if t.dep_ in ("ccomp", "dobj") and t.pos_ == "VERB")
    for verb in (t for t in feared if t.lemma_.lower() in graph.words["verbs of stirring up"]):
        subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
        may = any(c.dep_ == "aux" and c.lower_ in graph.words["possible modals"] for c in verb.lefts)
        if may and subjects and not any(c.i in statuses.mentions.actors for c in subjects):
            return True
    return False


def _of_help(gone: list[Token], statuses: Statuses) -> bool:
    """ "Would close without help", and not "would strike without mercy"."""
    heads = [c.i for t in gone for c in t.children]
    return any_meets(HELP, heads, statuses.graph.doc, statuses.mentions, statuses.lexicon)


def _stands_behind(actor: Actor, gone: list[Token]) -> bool:
    ends = ((t.idx, t.right_edge.idx + len(t.right_edge)) for t in gone)
    return actor.span is not None and any(a <= actor.span.start and actor.span.end <= b for a, b in ends)
