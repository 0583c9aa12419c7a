"""What a crowd of no known land asks or says in, the land whose people were told to protest just before as theirs out.

"A rally is held in Strelsau. Demonstrators call for a ceasefire in Sylvania": Ruritanians do, though the truce is to be
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.records import Actor

CROWD = frozenset({"OPP", "CVL", "EDU", "LAB", "AGR", "REL", "SOC"})
PROTEST, ONE = "PROTEST", ("NN", "NNP")
BACK = 2  # sentences that are looked back over
WHY = "the crowd that protests in what is told before"


def with_crowd_told_of(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the crowd as that land's."""
    if len(drafts) == 1 or not all(_is_crowd(a, draft, statuses) for a in draft.actors):
        return draft
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    for _ in range(BACK):
        start = doc[start - 1].sent.start if start else 0
    for other in reversed(drafts):
        kind = statuses.lexicon.kinds.get(other.kind)
        if not start <= other.head < draft.head or kind is None or kind.type != PROTEST:
            continue
        lands = {a.country for a in other.actors}
        if len(lands) != 1 or None in lands:
            return draft
        land = next(iter(lands))
        return replace(
            draft, actors=tuple(replace(a, country=land, based=None, inferred=WHY) for a in draft.actors)
        )
    return draft


def _is_crowd(actor: Actor, draft: Draft, statuses: Statuses) -> bool:
    """People of no name, more than one of them."""
    if actor.country or actor.id or actor.span is None or not actor.sectors:
        return False
    subjects = statuses.graph.predicates[draft.head].heads("subject")
    one = any(statuses.graph.doc[h].tag_ in ONE for h in subjects)
    return set(actor.sectors) <= CROWD and not one
