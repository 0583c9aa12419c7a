"""A draft without its other side in, who else claims the land in question as that side out; said to be inferred.

"Graustark posted soldiers on an islet claimed by Sylvania": against Sylvania.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, without_states
from detente.coding.status import Statuses
from detente.knowledge.grammar import Grammar

WHERE = ("on", "in", "at", "near", "off", "around", "to", "into", "object", "over")
BY = ("subject", "by")
OVER_LAND = frozenset({"COERCE", "MOBILIZE", "THREATEN", "AGREE", "SANCTION"})


def with_claimant(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """The draft with who claims what its place or object is as recipients, if it names nobody."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if draft.recipients or draft.reciprocal or not draft.actors or kind is None or kind.type not in OVER_LAND:
        return draft
    graph = statuses.graph
    claiming = [p for p in graph.predicates.values() if p.lemma in grammar.words["verbs of claiming land"]]
    if not claiming:
        return draft
    predicate = graph.predicates[draft.head]
    carrier = graph.predicates[predicate.carrier] if predicate.carrier is not None else predicate
    lands = {h for p in (predicate, carrier) for h in p.heads(*WHERE)}
    for verb in claiming:
        if verb.head not in predicate.heads("participle") and lands.isdisjoint(verb.heads("object")):
            continue
        found = without_states(actors_at(BY, verb, graph, statuses.mentions, every=True), draft.actors)
        if found:
            why = f"who '{graph.doc[verb.head].text}' it"
            return replace(
                draft, recipients=tuple(msgspec.structs.replace(a, inferred=a.inferred or why) for a in found)
            )
    return draft
