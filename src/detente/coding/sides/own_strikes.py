"""A strike by nobody who is named on an armed group in, the army that tells of it as who struck out.

"The Sylvanian army says that an air raid killed two commanders of the league": it tells of what it has done.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import sides
from detente.coding.sides.same_hands import FROM_AFAR
from detente.coding.sides.who_tells import who_tells_of
from detente.coding.status import Statuses

ARMED = frozenset({"REB", "UAF"})
ARMY = "MIL"
WHY = "tells of the strike, which hit an armed group"


def with_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the army that says that it was so as its actor."""
    fits = draft.kind in statuses.lexicon.groups[FROM_AFAR] and not draft.actors and bool(draft.recipients)
    if not fits or not all(set(r.sectors) & ARMED for r in draft.recipients):
        return draft
    armies = tuple(a for a in who_tells_of(draft.head, statuses) if ARMY in a.sectors and a.country)
    if not armies or sides(armies, draft.recipients):
        return draft
    return replace(draft, actors=tuple(msgspec.structs.replace(a, inferred=WHY) for a in armies))
