"""A draft that somebody tells another of in, whom it was told to as its other side out.

"Graustark balked at the plan, telling a Sylvanian envoy that its people would not stand for it": Sylvania's plan.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, sides, without_states
from detente.coding.status import Statuses
from detente.knowledge.grammar import Grammar

PARTICIPLE = "participle"
WHOM = ("indirect", "object", "to")
SPOKEN = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


def with_whom_it_told(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """The draft with whom its actor tells of it as recipients, if it names none; said to be inferred."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    open_still = all(r.inferred and sides((r,), draft.actors) for r in draft.recipients)
    if kind is None or kind.type not in SPOKEN or not open_still or draft.reciprocal or not draft.actors:
        return draft
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads(PARTICIPLE):
        telling = graph.predicates.get(head)
        if telling is None or telling.lemma not in grammar.words["telling verbs"]:
            continue
        found = without_states(actors_at(WHOM, telling, graph, statuses.mentions), draft.actors)
        if found:
            why = f"whom '{graph.doc[head].text}' is said to"
            return replace(
                draft, recipients=tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in found)
            )
    return draft
