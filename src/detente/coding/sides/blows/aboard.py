"""An attack without its victims in, those who were in what was hit out.

"A bomb struck a convoy carrying Sylvanian guards in Graustark": whose the bomb is nobody says, and whoever they are
who sat in the convoy, it was aimed at them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.records import Actor

ATTACK = "ASSAULT"
HIT = ("object", "on", "into", "through", "at", "near", "under")
LOADED = ("object", "with")  # "carrying guards", "packed with guards"


def with_those_aboard(draft: Draft, statuses: Statuses) -> Draft:
    """The draft aimed at those whom the vehicle carried that was hit; who acts is left as it is."""
    return replace(draft, recipients=tuple(_aboard(draft, statuses)))


def _aboard(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(*HIT):
        for child in graph.doc[head].rights:
            load = graph.predicates.get(child.i) if child.dep_ == "acl" else None
            if load is None or load.lemma not in graph.words["loading verbs"]:
                continue
            why = f"aboard the '{graph.doc[head].text}'"
            for actor in actors_at(LOADED, load, graph, statuses.mentions):
                yield replace(actor, inferred=actor.inferred or why)
