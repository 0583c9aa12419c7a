"""A draft at which a firm is aimed in, the same with the firm's state as that side out.

"Sanctions two Ruritanian banks": what a state does to firms is done to the state that they are at home in.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.records import Actor

FIRM = "BUS"


def with_home_of_firms(draft: Draft) -> Draft:
    """The draft; who acts stays as named, since no state answers for what its firms do."""
    if not any(_is_stateless_firm(actor) for actor in draft.recipients):
        return draft
    return replace(draft, recipients=tuple(map(_at_home, draft.recipients)))


def _is_stateless_firm(actor: Actor) -> bool:
    return FIRM in actor.sectors and actor.country is None and actor.based is not None


def _at_home(actor: Actor) -> Actor:
    return msgspec.structs.replace(actor, country=actor.based) if _is_stateless_firm(actor) else actor
