"""A strike or march told as one "in protest at" something in, whose deed that is as whom it is against out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate

PROTEST, IN = "PROTEST", "in"  # a type
AT_WHAT = ("against", "at", "of", "over")
WHY = "what it is in protest at is theirs"


def with_whom_it_protests(draft: Draft, statuses: Statuses) -> Draft:
    """ "A strike in protest of the killings by Ruritania's army": against Ruritania, and not those who govern at home."""
    for told in _tellings(draft, statuses):
        found = actors_at(AT_WHAT, told, statuses.graph, statuses.mentions)
        theirs = without_states(found, draft.actors)
        if theirs:
            named = (replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft


def _tellings(draft: Draft, statuses: Statuses) -> Iterator[Predicate]:
    """The nouns of protest in which it is done, and the verb itself where what it is at hangs on that."""
    graph = statuses.graph
    own = graph.predicates[draft.head]
    for predicate in (own, *(graph.predicates[c] for c in (own.carrier,) if c is not None)):
        nouns = [h for h in predicate.heads(IN) if _is_protest(graph.doc[h].lemma_.lower(), statuses)]
        yield from graph.at(nouns)
        if nouns:
            yield predicate


def _is_protest(lemma: str, statuses: Statuses) -> bool:
    frames = (frame for _, frame in statuses.lexicon.noun_frames.get(lemma, ()))
    kinds = (statuses.lexicon.kinds.get(frame.kind) for frame in frames)
    return any(kind is not None and kind.type == PROTEST for kind in kinds)
