"""A call that is aimed at nobody named in, the authorities of the land where what it is about was done out.

"Four people were killed in a Sylvanian church. Graustark called for the arrest of the killers": Sylvania is to arrest
them, and Graustark does not ask it of itself because its sentence names no other state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.known import key_of, keys_of
from detente.coding.sides.nearby.sentence_before import others_in_clause
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses

ASKING = "REQUEST"  # a type
DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})  # what such a call is about
RULERS = "GOV"
OUTSIDE = frozenset({"GOV", "IGO"})  # who may ask another land for it; opponents and crowds ask at home
REACH = 2  # sentences
WHY = "the authorities of the land in which it was done"


def with_land_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; nothing where its clause names anybody else, or where what was done involves more lands than one.

    Where no deed is told of just before, the land in which the text is set is meant.
    """
    own = keys_of(draft.actors)
    if type_of(draft, statuses) != ASKING or draft.reciprocal or draft.status not in HAPPENED:
        return draft
    if not own or None in own or not all(OUTSIDE & set(a.sectors) for a in draft.actors):
        return draft
    if any(r.inferred is None or key_of(r) not in own for r in draft.recipients):
        return draft
    if others_in_clause(draft, own, statuses):
        return draft
    told = (found - own for found in _told_before(draft, drafts, statuses))
    lands = next(filter(None, told), {statuses.mentions.setting} - own)
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return draft
    return replace(draft, recipients=(side_at_home(land, RULERS, WHY),))


def _told_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[set[str | None]]:
    """The lands of those who did and suffered what the sentences before tell of, the nearest first."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    for _ in range(REACH if start else 0):
        sentence = doc[start - 1].sent
        start = sentence.start
        deeds = [d for d in drafts if start <= d.head < sentence.end and d.status in HAPPENED]
        deeds = [d for d in deeds if type_of(d, statuses) in DEEDS]
        sides = [a for d in deeds for a in (*d.actors, *d.recipients)]
        yield {land for a in sides if (land := a.country or a.based)}
        if not start:
            return
