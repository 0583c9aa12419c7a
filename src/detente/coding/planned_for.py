"""An event that was put off or called off, in; the time for which words beside it say that it was planned, out.

"Called off the visit to Graustark, planned for March", "put off the visit to Graustark, which had been set for
20 February": the parser hangs the participle on the verb or on the nearest noun, and nobody plans a state.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.matching.entries import fitting_verb_entries
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import TimeExpression

COMING = ("planned", "scheduled")
PLAIN = ("for", "in", "on", None)
BESIDE = ("relcl", "acl", "advcl", "amod")
WITHIN = ("xcomp", "acomp", "oprd")


def planned_for(draft: Draft, statuses: Statuses, attached: Attached) -> TimeExpression | None:
    """The first such time of the sentence; None where the participle has an event of its own."""
    doc, taken = statuses.graph.doc, {draft.head, *draft.path}
    for head, items in attached.items():
        predicate = statuses.graph.predicates.get(head)
        if predicate is None or head in taken or doc[head].sent is not doc[draft.head].sent:
            continue
        if head < draft.head or not _only_says_when(predicate, statuses):
            continue
        leads = set(_leads(predicate, statuses))
        for item in items:
            if item.preposition in leads and item.time.type in ("DATE", "TIME"):
                return item.time
    return None


def _only_says_when(predicate: Predicate, statuses: Statuses) -> bool:
    """ "Planned", "due to open" beside a noun, with no event that they could speak of."""
    graph = statuses.graph
    top = token = graph.doc[predicate.head]
    while top.dep_ in WITHIN and top.head is not top:
        top = top.head
    named = [graph.predicates[h] for h in predicate.heads("object", "clause") if h in graph.predicates]
    event = any(p.pos == "verb" or p.lemma in statuses.lexicon.event_nouns for p in named)
    return (token.tag_ == "VBN" or top is not token) and top.dep_ in BESIDE and not event


def _leads(predicate: Predicate, statuses: Statuses) -> Iterator[str | None]:
    """The prepositions behind which such a verb names the day of what is planned, or is to take place."""
    graph, lexicon = statuses.graph, statuses.lexicon
    planned = graph.doc[predicate.head].tag_ == "VBN"
    for _, operator in fitting_verb_entries(predicate, lexicon.verb_operators, lexicon, graph.doc, deep=True):
        if planned and operator.status in COMING:
            yield from operator.time or PLAIN
        if not planned and operator.status is None and "subject" in operator.on:
            yield from PLAIN
