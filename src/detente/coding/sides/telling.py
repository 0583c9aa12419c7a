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
CLAUSE = "clause"
SPOKEN = frozenset({"AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
PROMISED = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})
COMING, MEDIA = ("planned", "scheduled"), frozenset({"JRN"})


def with_whom_it_told(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """The draft with whom its actor tells of it as recipients, if it names none; said to be inferred."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    open_still = all(r.inferred and sides((r,), draft.actors) for r in draft.recipients)
    if kind is None or not open_still or not draft.actors:
        return draft
    if kind.type in PROMISED and draft.status in COMING and not draft.recipients:
        return _promised(draft, statuses, grammar)
    if kind.type not in SPOKEN or draft.reciprocal:
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


def _promised(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """ "Told its Sylvanian guest that it would reopen the border": whom one tells what one will do is promised it."""
    graph = statuses.graph
    if len({a.country or a.id for a in draft.actors}) > 1:
        return draft
    for governor in graph.governors.get(draft.head, ()):
        telling = graph.predicates[governor.head]
        if governor.name != CLAUSE or telling.lemma not in grammar.words["telling verbs"]:
            continue
        told = actors_at(WHOM, telling, graph, statuses.mentions)
        found = [a for a in without_states(told, draft.actors) if not MEDIA & set(a.sectors)]
        if found and sides(actors_at(("subject",), telling, graph, statuses.mentions), draft.actors):
            why = f"whom '{graph.doc[telling.head].text}' is said to"
            whom = tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in found)
            return replace(draft, recipients=whom, reciprocal=False)
    return draft
