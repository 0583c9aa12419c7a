"""A call for the release of captives that names nobody in, whoever holds them as whom it is addressed to out.

"Ruritania called for the release of its sailors held in Sylvania": it is Sylvania that is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_of
from detente.coding.status import Statuses
from detente.knowledge.grammar import Grammar

ASKED, RELEASE = "REQUEST", "release"  # a type, a kind
WHAT, WHOM, HOLDERS = ("for", "object", "clause"), ("of", "object"), ("by", "in", "at", "subject")
WHY = "holds them"


def with_captor(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """The draft; nothing where it is addressed to somebody, or those are held by who asks."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    own = {a.country for a in draft.actors}
    if kind is None or kind.type != ASKED or not own or any(r.country not in own for r in draft.recipients):
        return draft  # "the release of its sailors": those are no more asked than they ask
    for place in _cells(draft, statuses, grammar):
        found = actors_of(place, "in", statuses.graph, statuses.mentions)
        holders = tuple(a for a in found if (a.country or a.id) and a.country not in own)
        if holders:
            return replace(
                draft,
                recipients=tuple(msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in holders),
            )
    return draft


def _cells(draft: Draft, statuses: Statuses, grammar: Grammar) -> Iterator[int]:
    """Where those are held whose release is asked for, and by whom."""
    predicates = statuses.graph.predicates
    asked = [predicates[h] for h in predicates[draft.head].heads(*WHAT) if h in predicates]
    captives = {h for deed in asked for h in deed.heads(*WHOM)}
    for verb in predicates.values() if captives else ():
        holds = verb.pos == "verb" and verb.lemma in grammar.words["holding verbs"]
        if holds and captives & set(verb.heads("object")):
            yield from verb.heads(*HOLDERS)


def are_from_kidnappers(draft: Draft, statuses: Statuses) -> bool:
    """ "Two kidnapped Sylvanian envoys were let go": not by their own state, whoever took them."""
    graph = statuses.graph
    if draft.kind != RELEASE or draft.actors:
        return False
    event = graph.predicates[draft.head]
    words = graph.words["taken by nobody of rank"]
    freed = (graph.doc[h] for h in event.heads("object"))
    if any(c.lower_ in words for noun in freed for c in noun.lefts):
        return True
    seizures = (graph.predicates.get(h) for h in event.heads("after"))  # "freed a week after being kidnapped"
    return any(p is not None and graph.doc[p.head].lower_ in words for p in seizures)
