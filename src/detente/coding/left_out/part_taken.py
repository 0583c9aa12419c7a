"""A fight or riot in, whether it is only what somebody is punished for a part in, out: "recalled over its role in the clash"."""

from __future__ import annotations

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.left_out.kept import ATTACK, PROTEST, Kept
from detente.coding.standing.status import Statuses

IN, PART = "in", "nouns of taking part"


def is_part_taken(draft: Draft, kept: Kept, statuses: Statuses) -> bool:
    """Only where the text names nobody who was hit: "its role in the raid on Zenda" tells of that raid."""
    token = statuses.graph.doc[draft.head]
    if type_of(draft, statuses) not in (ATTACK, PROTEST) or token.dep_ != "pobj" or token.head.lower_ != IN:
        return False
    if token.head.head.lemma_.lower() not in statuses.graph.words[PART]:
        return False
    if any(a.inferred is None for a in (*draft.actors, *draft.recipients)):
        return False
    reproaches = kept.curbs | kept.accusing | kept.blaming | kept.punishing
    return any(above.i in reproaches for above in token.ancestors)
