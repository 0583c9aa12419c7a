"""A request that only says why something is done in, whoever does it as the one who was asked out.

"At the request of Sylvania, Ruritania arrests a fugitive": Sylvania asked Ruritania.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.draft import Draft, without
from detente.coding.roles import actors_at
from detente.coding.status import Statuses

ASKING, NOUN = "REQUEST", "noun"
AT = ("at", "upon", "on")


def with_who_was_asked(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with who acts in the clause that it stands in."""
    kind, graph = statuses.lexicon.kinds.get(draft.kind), statuses.graph
    if kind is None or kind.type != ASKING or draft.recipients or not draft.actors:
        return draft
    if graph.predicates[draft.head].pos != NOUN:
        return draft
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        if governor.name not in AT or verb.pos == NOUN:
            continue
        found = without(actors_at(("subject",), verb, graph, statuses.mentions), draft.actors)
        if found:
            why = f"acts in '{graph.doc[verb.head].text}'"
            return replace(draft, recipients=tuple(replace(a, inferred=a.inferred or why) for a in found))
    return draft
