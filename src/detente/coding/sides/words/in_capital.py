"""What is condemned, welcomed or turned down by nobody who is named in, the government in whose capital it was out.

"The plan was denounced in Strelsau", "an offer by Graustark to pull back was dismissed in Strelsau as a ruse": by
Ruritania. A town that is no capital tells only where it was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, distinct, without_states
from detente.coding.standing.status import Statuses
from detente.records import Actor

JUDGING, DECLINED = frozenset({"ACCUSE", "REJECT", "SUPPORT"}), "declined"  # types, a status
IN, BY, AGENT = "in", "by", "agent"


def with_government_there(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where somebody is said to have said so, or where the capital is of the one it is aimed at."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    turned_down = draft.status == DECLINED
    if not turned_down and (kind is None or not kind.speech or kind.type not in JUDGING or draft.actors):
        return draft
    for head in (draft.head, *(a.head for a in draft.applied)):
        states = tuple(_governments(head, statuses))
        if not states:
            continue
        against = draft.recipients or draft.actors or _whose(head, statuses)
        if found := without_states(states, against):
            return replace(draft, actors=distinct(found), recipients=against)
    return draft


def _governments(head: int, statuses: Statuses) -> Iterator[Actor]:
    """Those of the capitals in which a passive verb tells that it was done by nobody."""
    graph, mentions = statuses.graph, statuses.mentions
    verb = graph.predicates.get(head)
    if verb is None or verb.pos != "verb" or not verb.passive:
        return
    if any(graph.doc[h].head.dep_ == AGENT for h in verb.heads(BY)):  # "an offer by Graustark": of the offer
        return
    for place in verb.heads(IN):
        if place in mentions.actors and place in mentions.places:
            yield mentions.actors[place].actor


def _whose(head: int, statuses: Statuses) -> tuple[Actor, ...]:
    """Whose the thing is that is judged."""
    graph = statuses.graph
    return actors_at(("object",), graph.predicates[head], graph, statuses.mentions)
