"""A noun that points back in, whoever is told before to have done what its verb says out.

"Sylvania's parliament voted to leave the league. Ruritania hailed the vote": Sylvania did.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

BACK = 3  # sentences before its own
VERB = "verb"


def by_same_verb(noun: Token, draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    """Of the nearest sentence before in which the verb stands with somebody who does it."""
    if noun.pos_ != "NOUN":
        return ()
    graph, lemma = statuses.graph, noun.lemma_.lower()
    for verb in _verbs_before(noun, statuses):
        if verb.lemma_.lower() != lemma:
            continue
        told = graph.predicates[verb.i]
        found = () if told.passive else actors_at(("subject",), told, graph, statuses.mentions, acting=True)
        known = known_among(found)
        if known:
            return () if sides(known, draft.actors) else known
    return ()


def _verbs_before(noun: Token, statuses: Statuses) -> Iterator[Token]:
    graph, end = statuses.graph, noun.sent.start
    for _ in range(BACK):
        if not end:
            return
        sentence = graph.doc[end - 1].sent
        yield from (t for t in sentence if t.i in graph.predicates and graph.predicates[t.i].pos == VERB)
        end = sentence.start
