"""A passive word of stance that names nobody in, the state out in whose capital it was said.

"The offer was dismissed in Strelsau as a ploy": whose offer it is stands with the offer, who dismissed it after "in".
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import is_city, sides
from detente.coding.status import Statuses

WHERE = "in"
STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
WHY = "it was said in its capital"


def with_capital_that_says(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the state of that capital as who says it; with a doer of its own it is left alone."""
    predicate = statuses.graph.predicates[draft.head]
    if draft.actors or not predicate.passive or predicate.has("subject"):
        return draft
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.type not in STANCES:
        return draft
    for head in predicate.heads(WHERE):
        mention = statuses.mentions.actors.get(head)
        if mention is None or mention.kind != "state" or not mention.actor.inferred:
            continue
        said = msgspec.structs.replace(mention.actor, inferred=WHY)
        if is_city(head, statuses.mentions) and not sides((said,), draft.recipients):
            return replace(draft, actors=(said,))
    return draft
