"""An attack without its victims in, told by who laid the bomb; aimed at those where it went off out.

"A bomb planted by the league exploded in a market in Strelsau": it was laid by the league, and struck Strelsau.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Actor

DESCRIBING, SUBJECT = ("acl", "relcl"), "subject"
STATE, PEOPLE, WHY = "state", "CVL", "where it struck"


def where_it_goes_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft, aimed at whom the verb of the bomb itself was told to hit, or at the one land behind that verb."""
    token = statuses.graph.doc[draft.head]
    if token.dep_ not in DESCRIBING:
        return draft
    for link in statuses.graph.governors.get(token.head.i, ()):
        if link.name == SUBJECT and link.head > draft.head:
            hit = next((d.recipients for d in drafts if d.head == link.head and d.kind == draft.kind), ())
            lands = () if hit else _lands_behind(statuses.graph.doc[link.head], statuses)
            if hit or len(lands) == 1:
                return replace(draft, recipients=hit or _people_of(*lands))
    return draft


def _people_of(land: str) -> tuple[Actor, ...]:
    return (side_at_home(land, PEOPLE, WHY),)


def _lands_behind(verb: Token, statuses: Statuses) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named_behind(verb, statuses)))


def _named_behind(verb: Token, statuses: Statuses) -> Iterator[str]:
    start, phrase = verb.sent.start, range(verb.i + 1, verb.right_edge.i + 1)
    for i, mention in statuses.named.mentions(start):
        if i in phrase and mention.kind == STATE and mention.actor.country:
            yield mention.actor.country
    for i, place in statuses.named.places.get(start, ()):
        if i in phrase and place.country:
            yield place.country
