"""The draft of a mediation without those between whom it mediates in, the sides of what was brokered as such out.

"A truce between Ruritania and Sylvania brokered by Graustark", "signed a pact mediated by Graustark": whoever makes
the pact is whom the mediator brought together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft, without
from detente.coding.roles import actors_at, distinct
from detente.coding.status import Statuses

DECLARED, TRUCE = "ceasefire declaration", "ceasefire"
MODE = "third-party"


def with_sides_of_deal(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the sides of the agreement or the talks that are its object."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None or kind.mode != MODE or draft.recipients or not draft.actors:
        return draft
    things = set(statuses.graph.predicates[draft.head].heads("object", "following"))
    things |= {g.head for g in statuses.graph.governors.get(draft.head, ())}
    for other in drafts:
        if other is not draft and other.reciprocal and (other.head in things or things & set(other.nouns)):
            sides = without(distinct((*other.actors, *other.recipients)), draft.actors)
            why = f"a side in '{statuses.graph.doc[other.head].text}'"
            found = tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in sides)
            if len(found) > 1:
                return replace(draft, recipients=found)
    return draft


def between_others(draft: Draft, statuses: Statuses) -> Draft:
    """A truce announced by others than those "between" whom it is, as theirs."""
    graph = statuses.graph
    if draft.kind != DECLARED:
        return draft
    for head in graph.predicates[draft.head].heads("object"):
        noun = graph.predicates.get(head)
        sides = actors_at(("between",), noun, graph, statuses.mentions, every=True) if noun else ()
        if len(sides) > 1:
            return replace(draft, kind=TRUCE, reciprocal=True, actors=sides, recipients=())
    return draft
