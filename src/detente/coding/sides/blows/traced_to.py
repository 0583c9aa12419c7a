"""A deed told by its means in, those to whom the means are traced as who did it out.

"Ports were hit by ransomware traced to Sylvania", "by a wave of hacks that officials blame on Sylvania".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.standing.status import Statuses

MEANS, TO_WHOM = ("subject", "by", "with", "in"), ("to", "on")
CLAUSES = {"acl": (*TO_WHOM, "subject"), "relcl": TO_WHOM}  # who says so is the subject of a relative clause
TRACING, WHY = "verbs of tracing a deed", "it is said to be theirs"


def with_whom_it_is_traced_to(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as actors."""
    graph = statuses.graph
    told = graph.predicates[draft.head]
    own = (draft.head,) if told.pos == "noun" else ()
    means = [graph.doc[h] for h in (*own, *told.heads(*MEANS))]
    for child in (c for noun in means for t in noun.subtree for c in t.rights):
        said = graph.predicates.get(child.i)
        if said is None or child.dep_ not in CLAUSES or child.lemma_ not in graph.words[TRACING]:
            continue
        found = actors_at(CLAUSES[child.dep_], said, graph, statuses.mentions)
        theirs = without_states(found, draft.recipients)
        if theirs:
            return replace(draft, actors=because(theirs, WHY))
    return draft
