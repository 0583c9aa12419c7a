"""A withdrawal or concession that somebody forces upon another in, who forces it as whom it is made to out.

"Sylvanian rebels forced Ruritanian troops to retreat", "Ruritania was forced to cede the port by Graustark".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, without_states
from detente.coding.status import Statuses

GIVEN = frozenset({"CONCEDE", "RETREAT"})  # types
CLAUSE, WHO = ("clause", "purpose"), ("subject",)
FORCING, WHY = "forcing verbs", "it is forced by them"


def with_who_forces(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as recipients, where no other side is named but whose the place is that is left."""
    graph, kind = statuses.graph, statuses.lexicon.kinds.get(draft.kind)
    told = any(not r.inferred for r in draft.recipients)
    if told or draft.reciprocal or kind is None or kind.type not in GIVEN:
        return draft
    for governor in graph.governors.get(draft.head, ()):
        if governor.name not in CLAUSE or graph.doc[governor.head].lemma_ not in graph.words[FORCING]:
            continue
        found = actors_at(WHO, graph.predicates[governor.head], graph, statuses.mentions)
        theirs = without_states(found, draft.actors)
        if theirs:
            named = (replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft
