"""An inquiry by somebody whom the clause around appoints for it in, whoever appoints him as who inquires out.

"The League named a judge to look into killings in Sylvania", "set up a panel to investigate": by the League.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import actors_at
from detente.coding.standing.status import Statuses
from detente.records import Actor

OBJECT, SUBJECT = "dobj", ("subject",)
TASKS = ("xcomp", "acl", "advcl", "relcl")  # clauses that say what somebody is appointed for
APPOINTING, WHY = "verbs of appointing", "who appoints those who do it"


def with_who_appointed(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; what is only inferred of who inquires gives way."""
    if any(a.inferred is None for a in draft.actors):
        return draft
    found = next(_appointing(draft, statuses), ())
    if not found:
        return draft
    return replace(draft, actors=only_because(found, WHY))


def _appointing(draft: Draft, statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Who appoints, sends or sets up those whose task it is."""
    graph = statuses.graph
    task = graph.doc[draft.head]
    if task.dep_ not in TASKS:
        return
    for verb in task.ancestors:
        if verb.lemma_.lower() not in graph.words[APPOINTING] or verb.i not in graph.predicates:
            continue
        if any(c.dep_ == OBJECT and c.i < draft.head for c in verb.rights):
            yield actors_at(SUBJECT, graph.predicates[verb.i], graph, statuses.mentions)
        return
