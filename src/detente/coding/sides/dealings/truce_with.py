"""A truce that one side declares and that names no other in, whoever it fights in the text out.

"The league raided a camp, hours after President Hentzau declared a ceasefire": with the league.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import key_of, keys_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

TRUCES, FIGHTING = frozenset({"ceasefire declaration", "ceasefire"}), "ASSAULT"  # kinds, a type
WHY = "whom they fight"


def with_whom_they_fight(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the other side of the fight that is told nearest to it."""
    own = keys_of(draft.actors) - {None}
    if draft.kind not in TRUCES or draft.reciprocal or not own:
        return draft
    if any(key_of(r) not in own and (r.span is not None or r.inferred is None) for r in draft.recipients):
        return draft  # else only the land where they live is thought of
    fights = [d for d in drafts if type_of(d, statuses) == FIGHTING]
    for fight in sorted(fights, key=lambda d: abs(d.head - draft.head)):
        if enemies := tuple(_enemies(fight, own)):
            return replace(draft, recipients=only_because(enemies, WHY))
    return draft


def _enemies(fight: Draft, own: set[str | None]) -> Iterator[Actor]:
    """Those of the other side, where one's own stands on one of the two."""
    both = (*fight.actors, *fight.recipients)
    here, there = (both, both) if fight.reciprocal else (fight.actors, fight.recipients)
    if not own & keys_of(here):
        here, there = there, here
    if own & keys_of(here):
        yield from (a for a in there if key_of(a) is not None and key_of(a) not in own)
