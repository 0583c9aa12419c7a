"""Drafts in, the numbers of the principal ones out: what each sentence is about once who reports it is unwound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.reading.graph import Graph


def principal_events(drafts: Sequence[Draft], graph: Graph) -> frozenset[int]:
    """One event a sentence: the highest in the tree; then the one with more sides told; then the first."""
    told = defaultdict[int, list[int]](list)
    for number, draft in enumerate(drafts):
        told[graph.doc[draft.head].sent.start].append(number)
    return frozenset([ns[0] if len(ns) == 1 else _highest(ns, drafts, graph) for ns in told.values()])


def _highest(numbers: Sequence[int], drafts: Sequence[Draft], graph: Graph) -> int:
    return min(numbers, key=lambda n: (_depth(drafts[n], graph), -_told(drafts[n]), n))


def _depth(draft: Draft, graph: Graph) -> int:
    """Steps from the event, or the highest operator or carrier over it, to the root of the sentence."""
    heads = [*graph.with_carrier(draft.head), *(a.head for a in draft.applied)]
    return min(sum(1 for a in graph.doc[h].ancestors if not _is_conjunct_link(a.i, h, graph)) for h in heads)


def _is_conjunct_link(ancestor: int, head: int, graph: Graph) -> bool:
    """A second main verb is no deeper than the first."""
    token = graph.doc[head]
    return token.dep_ == "conj" and token.head.i == ancestor and token.pos_ == "VERB"


def _told(draft: Draft) -> int:
    return bool(draft.actors) + bool(draft.recipients) + (draft.reciprocal and len(draft.actors) > 1)
