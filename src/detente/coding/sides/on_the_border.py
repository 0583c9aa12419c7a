"""A clash on a border of which no side is named in, the two whom its sentence names together as its sides out.

"Ruritanian and Sylvanian generals met a week after a border clash left nine Sylvanian soldiers dead."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import actors_at
from detente.coding.status import Statuses
from detente.records import Actor

CLASHES = frozenset({"clash", "fighting"})  # kinds
WHY = "the two whom the sentence names together"
PAIR = 2


def with_both_on_border(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; only of a clash without sides that is said to have been on a border, or that hit one of the two."""
    told = (*draft.actors, *draft.recipients)
    own = {a.country for a in told if a.country}
    if draft.kind not in CLASHES or len(own) >= PAIR or len([a for a in told if not a.country]) > 1:
        return draft  # "between police and protesters near the border"
    border = _states_of_border(draft, statuses)
    if told and not own <= {a.country for a in border}:
        return draft
    pair = border or (() if told else next(_pairs(draft, drafts, statuses), ()))
    if not pair or not (border or _is_on_border(draft, statuses) or _is_hit(draft, pair, statuses)):
        return draft
    named = (msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in pair)
    return replace(draft, actors=tuple(named), reciprocal=True)


def _states_of_border(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Between guards at the Ruritanian-Sylvanian border": whose guards they are."""
    graph, sentence = statuses.graph, statuses.graph.doc[draft.head].sent
    for token in sentence:
        noun = graph.predicates.get(token.i)
        if noun is not None and token.lemma_.lower() in graph.words["border nouns"]:
            sides = actors_at(("mod", "between"), noun, graph, statuses.mentions, every=True)
            if len({a.country for a in sides} - {None}) == PAIR == len(sides):
                return sides
    return ()


def _pairs(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """The sides of what the sentence tells of just two states together."""
    sentence = statuses.graph.doc[draft.head].sent
    for other in drafts:
        together = other.reciprocal or len(other.actors) >= PAIR
        if other is draft or not together or not sentence.start <= other.head < sentence.end:
            continue
        sides = {a.country: a for a in (*other.actors, *other.recipients)}
        if len(sides) == PAIR and None not in sides:
            yield tuple(sides.values())


def _is_on_border(draft: Draft, statuses: Statuses) -> bool:
    """ "A border clash", "the stretch of border where a clash left nine dead"."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words["border nouns"]
    if any(t.lemma_.lower() in words for t in token.subtree):
        return True
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return clause is not None and any(
        t.lemma_.lower() in words for t in clause.head.subtree if t.i < clause.i
    )


def _is_hit(draft: Draft, pair: Sequence[Actor], statuses: Statuses) -> bool:
    """Whether those whom it left dead are of one of the two."""
    graph, own = statuses.graph, {a.country for a in pair}
    left = (graph.predicates[g.head] for g in graph.governors.get(draft.head, ()) if g.name == "subject")
    hit = (statuses.mentions.actors.get(h) for verb in left for h in verb.heads("object"))
    return any(m is not None and m.actor.country in own for m in hit)
