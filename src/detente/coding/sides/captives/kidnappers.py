"""Captives of armed groups who are let go in, the group as who let them go out, and not the official who tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, actors_of
from detente.coding.sides.captives.captives import OUTLAWS, holders_of
from detente.coding.sides.captives.same_captors import CUSTODY, TAKEN, with_same_captors
from detente.coding.standing.status import Statuses
from detente.knowledge.grammar import Grammar
from detente.records import Actor

HOSTAGES = "taken by nobody of rank"  # the list of words
DOERS, FREED, WHY = ("by", "poss"), ("of", "object"), "who is said to hold them"


def with_kidnappers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "The league seized four nurses. The nurses were freed, a minister said": by the league."""
    found = with_same_captors(draft, drafts, statuses)
    return found if _are_outlaws(found.actors) else draft


def with_kidnappers_beside(
    draft: Draft, drafts: Sequence[Draft], statuses: Statuses, grammar: Grammar
) -> Draft:
    """ "A minister confirmed the release of four nurses held by the league", "of the hostages": by the league."""
    graph, mentions = statuses.graph, statuses.mentions
    event = graph.predicates[draft.head]
    if event.pos != "noun" or actors_at(DOERS, event, graph, mentions):
        return draft
    freed = set(event.heads(*FREED))
    holders = dict.fromkeys(holders_of(freed, statuses, grammar))
    found = [a for holder in holders for a in actors_of(holder, "by", graph, mentions)]
    if _are_outlaws(found):
        return replace(draft, actors=because(found, WHY))
    taken = _who_took_hostages(freed, draft, drafts, statuses)
    return draft if taken is None else replace(draft, actors=taken.actors, recipients=taken.recipients)


def _who_took_hostages(
    freed: set[int], draft: Draft, drafts: Sequence[Draft], statuses: Statuses
) -> Draft | None:
    """The last that is told to be held by an armed group, if it is hostages who are let go, of nobody knows what land."""
    words, doc = statuses.graph.words[HOSTAGES], statuses.graph.doc
    known = any(r.inferred is None for r in draft.recipients)
    if known or not any(doc[h].lower_ in words for h in freed):
        return None
    kinds = statuses.lexicon.groups[CUSTODY] | TAKEN
    before = [d for d in drafts if d.head < draft.head and d.kind in kinds and d.recipients]
    return next((d for d in reversed(before) if _are_outlaws(d.actors)), None)


def _are_outlaws(actors: Sequence[Actor]) -> bool:
    return bool(actors) and all(OUTLAWS.intersection(a.sectors) for a in actors)
