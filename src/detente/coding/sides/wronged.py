"""An apology to nobody who is named in, those to whom the same side did something just before as its recipients out.

"A drone of the army killed nine villagers. The army apologised": to those whom it had hit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import sides
from detente.coding.status import Statuses

APOLOGY = "apology"  # a kind
HOSTILE = frozenset({"ASSAULT", "COERCE", "ACCUSE", "MOBILIZE"})
WHY = "to whom it was done"


def with_those_wronged(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; the last such deed of the same side counts."""
    if draft.kind != APOLOGY or draft.recipients or not draft.actors:
        return draft
    for other in reversed([d for d in drafts if d.head < draft.head]):
        kind = statuses.lexicon.kinds.get(other.kind)
        if kind is None or kind.type not in HOSTILE or not other.recipients:
            continue
        if sides(other.actors, draft.actors):
            hurt = tuple(msgspec.structs.replace(r, inferred=r.inferred or WHY) for r in other.recipients)
            return replace(draft, recipients=hurt)
    return draft
