"""People taken into custody by nobody who is named in, the land of the deed told just before as who took them out.

"A bomb goes off at a Sylvanian ministry. Two Graustarkians are detained", "Shots were fired at the king in Strelsau; the
gunman is in custody": by those who keep order where it was done, or whose own it was done to.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of

TAKING, DEED = frozenset({"arrest", "house arrest", "interrogation"}), "ASSAULT"  # kinds, a type
OFFICIAL, RULERS = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "OPP", "PTY"}), "GOV"  # sectors
WHY = "where the deed was done that is told before"


def with_land_of_deed(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with it, unless its sentence names another land or those taken are of that land themselves."""
    if draft.actors or draft.kind not in TAKING or draft.status not in HAPPENED:
        return draft
    if place_of(draft, statuses)[0] is not None:
        return draft
    before = reversed(told_before(draft, drafts, statuses))
    deed = next((d for d in before if _is_deed(d, statuses)), None)
    land = _land_of(deed, statuses) if deed is not None else None
    own = {r.country for r in draft.recipients if r.country}
    if land is None or land in own or countries_named(draft.head, statuses) - own - {land}:
        return draft
    return replace(draft, actors=(side_at_home(land, RULERS, WHY),))


def _is_deed(draft: Draft, statuses: Statuses) -> bool:
    return type_of(draft, statuses) == DEED and draft.status in HAPPENED and not draft.reciprocal


def _land_of(deed: Draft, statuses: Statuses) -> str | None:
    """Where it was; else whose officials, soldiers or houses it hit."""
    place, _ = place_of(deed, statuses)
    if place is not None and place.country:
        return place.country
    lands = {r.country for r in deed.recipients}
    official = all(OFFICIAL & set(r.sectors) for r in deed.recipients)
    return next(iter(lands)) if len(lands) == 1 and official else None
