"""Fighting by nobody who is named in which people of two sides were killed in, these two as who fought out.

"The truce ended a week of fighting in which nine Ruritanians and two Sylvanians were killed": they fought each other.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.records import Actor

FIGHTS, TWO = frozenset({"fighting", "clash"}), 2  # kinds


def with_both_who_fell(draft: Draft) -> Draft:
    """The draft as mutual; nothing where the dead are of one side or of more than two."""
    sides = {_side(r) for r in draft.recipients}
    if len(sides) != TWO or None in sides:
        return draft
    if any(r.inferred is not None for r in draft.recipients):
        return draft
    return replace(draft, actors=draft.recipients, recipients=(), reciprocal=True)


def _side(actor: Actor) -> str | None:
    return actor.country or actor.id
