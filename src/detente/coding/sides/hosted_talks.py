"""Talks of which nobody is named in, whoever hosts them as their side out: "Ruritania hosts a new round of talks"."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.lexicon import family_of
from detente.coding.roles import actors_at
from detente.coding.status import Statuses

MEETINGS = "meeting"  # a family
HELD_AT = ("object", "to", "for", "clause")
WHY = "hosts them"


def with_host_of_talks(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only where neither side is told."""
    if draft.actors or draft.recipients or family_of(draft.kind, statuses.lexicon) != MEETINGS:
        return draft
    graph = statuses.graph
    for governor in graph.governors.get(draft.head, ()):
        verb = graph.predicates[governor.head]
        if governor.name not in HELD_AT or verb.pos != "verb" or not _is_hosting(verb.lemma, statuses):
            continue
        found = actors_at(("subject",), verb, graph, statuses.mentions)
        hosts = tuple(
            msgspec.structs.replace(a, inferred=a.inferred or WHY) for a in found if a.country or a.id
        )
        if hosts:
            return replace(draft, actors=hosts)
    return draft


def _is_hosting(lemma: str, statuses: Statuses) -> bool:
    return lemma in statuses.graph.words["hosting verbs"]
