"""A threat, charge or demand that names nobody in, whoever turns it down as whom it was aimed at out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import without_states
from detente.coding.standing.status import Statuses

REJECTED, NOUN = "REJECT", "noun"
WHAT = ("object", "to", "at", "off", "aside")
WHY = "turns it down"


def with_who_rejects(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "Ruritania brushed aside Sylvania's threats to seize the dam": it is Ruritania that is threatened."""
    graph, kinds = statuses.graph, statuses.lexicon.kinds
    bearing = {draft.head, *(a.head for a in draft.applied)}
    said = bearing & graph.predicates.keys()  # an adjective is none of them
    words = {head for head in said if graph.predicates[head].pos == NOUN}
    above = {g.head for word in words for g in graph.governors.get(word, ()) if g.name in WHAT}
    for other in drafts:
        kind = kinds.get(other.kind)
        if other.head not in above or kind is None or kind.type != REJECTED:
            continue
        found = without_states(other.actors, draft.actors)
        if found:
            return replace(draft, recipients=because(found, WHY))
    return draft
