"""A strike or march told as one "in protest at" something in, whose deed that is as whom it is against out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at, without_states
from detente.coding.status import Statuses
from detente.reading.graph import Predicate

PROTEST, IN = "PROTEST", "in"  # a type
AT_WHAT = ("against", "at", "of", "over", "to")
WHY = "what it is in protest at is theirs"


def with_whom_it_protests(draft: Draft, statuses: Statuses) -> Draft:
    """ "A strike in protest of the killings by Ruritania's army": against Ruritania, and not those who govern at home."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    if draft.recipients or kind is None or kind.type != PROTEST:
        return draft
    for noun in _protests(draft, statuses):
        found = actors_at(AT_WHAT, noun, statuses.graph, statuses.mentions)
        theirs = without_states(found, draft.actors)
        if theirs:
            named = (msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft


def _protests(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The nouns of protest in which it is done."""
    predicates, lexicon = statuses.graph.predicates, statuses.lexicon
    own = predicates[draft.head]
    for predicate in (own, *(predicates[c] for c in (own.carrier,) if c is not None)):
        for noun in (predicates[h] for h in predicate.heads(IN) if h in predicates):
            kinds = (lexicon.kinds.get(frame.kind) for _, frame in lexicon.noun_frames.get(noun.lemma, ()))
            if any(kind is not None and kind.type == PROTEST for kind in kinds):
                yield noun
