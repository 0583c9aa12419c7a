"""A call, warning or deal that nobody is named for in, who ends, opens or comes away with it as who made it out.

"The king closed the session with a call for calm", "the envoys emerge with a truce": it is theirs.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at
from detente.coding.status import Statuses

WORDS = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN"})  # types
WITH, ARTICLES = "with", ("a", "an")


def with_who_comes_with_it(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the subject of the verb that it stands beside as its actor."""
    graph = statuses.graph
    kind = statuses.lexicon.kinds.get(draft.kind)
    if draft.actors or graph.predicates[draft.head].pos != "noun" or kind is None or kind.type not in WORDS:
        return draft
    if not any(c.lower_ in ARTICLES for c in graph.doc[draft.head].lefts):
        return draft
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        told = governor.name == WITH and verb.pos == "verb" and not verb.passive
        if not told or verb.lemma in graph.words["meeting with words"]:
            continue
        actors = actors_at(("subject",), verb, graph, statuses.mentions, every=draft.reciprocal)
        if actors:
            why = f"acts in '{graph.doc[verb.head].text}'"
            return replace(
                draft, actors=tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in actors)
            )
    return draft
