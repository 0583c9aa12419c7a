"""Words to another state that nobody is named for in, the official who tells of them in the passive as who spoke out.

"A note of protest was handed to the Sylvanian envoy, the foreign ministry in Strelsau said": it was Ruritania's.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, sides
from detente.coding.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Actor

IN_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types
AT_ENVOYS = "at envoys"  # a group of kinds
OFFICIAL = frozenset({"GOV", "MIL"})
WHY = "tells of it in the passive, as of what it did"


def with_official_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where it is told in the active, or by those to whom it was said."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if draft.actors or draft.reciprocal or kind is None:
        return draft
    if kind.type not in IN_WORDS and draft.kind not in statuses.lexicon.groups[AT_ENVOYS]:
        return draft
    verb = _passive(draft, statuses)
    found = who_tells_of(verb.head, statuses) if verb is not None else ()
    officials = tuple(a for a in found if a.country and OFFICIAL & set(a.sectors))
    if not officials or sides(officials, draft.recipients):
        return draft
    return replace(draft, actors=(msgspec.structs.replace(officials[0], inferred=WHY),))


def who_tells_of(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """The subject of the nearest verb of saying whose clause holds the word at this token."""
    graph, told = statuses.graph, {head}
    for above in graph.doc[head].ancestors:
        saying = graph.predicates.get(above.i)
        if saying is not None and saying.pos == "verb" and told & set(saying.heads("clause")):
            return actors_at(("subject",), saying, graph, statuses.mentions)
        told.add(above.i)
    return ()


def _passive(draft: Draft, statuses: Statuses) -> Predicate | None:
    """The passive verb without a doer that tells of it: itself, or what carries its noun."""
    predicate = statuses.graph.predicates[draft.head]
    verb = predicate if predicate.carrier is None else statuses.graph.predicates[predicate.carrier]
    return verb if verb.passive and not verb.heads("subject", "by") else None
