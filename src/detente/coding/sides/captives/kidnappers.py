"""Captives of armed groups who are let go in, the group as who let them go out, and not the official who tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, actors_of
from detente.coding.sides.captives.captives import OUTLAWS, holders_of
from detente.coding.sides.captives.same_captors import with_same_captors
from detente.coding.standing.status import Statuses
from detente.knowledge.grammar import Grammar
from detente.records import Actor

DOERS, FREED, WHY = ("by", "subject", "poss"), ("of", "object"), "who is said to hold them"


def with_kidnappers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The league seized four nurses. The nurses were freed, a minister said": by the league."""
    found = with_same_captors(draft, drafts, statuses)
    return found if _are_outlaws(found.actors) else draft


def with_kidnappers_beside(draft: Draft, statuses: Statuses, grammar: Grammar) -> Draft:
    """ "A minister confirmed the release of four nurses held by the league": by the league."""
    graph, mentions = statuses.graph, statuses.mentions
    event = graph.predicates[draft.head]
    if event.pos != "noun" or not draft.actors or actors_at(DOERS, event, graph, mentions):
        return draft
    freed = set(event.heads(*FREED))
    holders = dict.fromkeys(holders_of(freed, statuses, grammar))
    found = [a for holder in holders for a in actors_of(holder, "by", graph, mentions)]
    if not _are_outlaws(found):
        return draft
    return replace(draft, actors=tuple(replace(a, inferred=a.inferred or WHY) for a in found))


def _are_outlaws(actors: Sequence[Actor]) -> bool:
    return bool(actors) and all(OUTLAWS.intersection(a.sectors) for a in actors)
