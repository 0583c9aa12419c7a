"""A draft in, whether it only says which body passed a paper of which something else is told out.

"A resolution approved by the council condemns Sylvania": that condemns it, and nobody backs Sylvania.
"""

from __future__ import annotations

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses

PASSED = "it only says by whom the paper was passed"
APPROVALS = frozenset({"ratification", "endorsement", "vote of support"})  # kinds
PAPERS = "papers that a body passes"  # a list of words
DESCRIBES, TELLS, PARTICIPLE = ("acl", "relcl"), "nsubj", "VBN"


def only_tells_who_passed_it(draft: Draft, statuses: Statuses) -> str | None:
    """By a participle on the paper, which is the subject of what is told."""
    token = statuses.graph.doc[draft.head]
    if draft.kind not in APPROVALS or token.tag_ != PARTICIPLE or token.dep_ not in DESCRIBES:
        return None
    paper = token.head
    while paper.dep_ == "pobj":  # "a statement on Sylvania approved by the council"
        paper = paper.head.head
    passed = paper.dep_ == TELLS and paper.lemma_.lower() in statuses.graph.words[PAPERS]
    return PASSED if passed else None
