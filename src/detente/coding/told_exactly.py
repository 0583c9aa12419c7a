"""What is told in, the same with what its text says further on of each plan out: put off, called off, untrue."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.coming import Attached
from detente.coding.draft import Draft
from detente.coding.exact.word import exactly
from detente.coding.status import Statuses
from detente.coding.told import Told
from detente.records import Status

# What a text says further on of a plan or an offer: the act itself is coded by what is made of it.
UNDONE: dict[Status, tuple[Status, ...]] = {
    "postponed": ("planned", "scheduled", "proposed", "declined", "denied"),
    "cancelled": ("planned", "scheduled", "declined"),
    "denied": ("planned", "scheduled", "hypothetical"),
}


def tell_exactly(told: Told, statuses: Statuses, attached: Attached, published: str | None) -> Told:
    """The events, those put off, called off or called untrue further on as such; acts of speech stand as they did."""
    drafts = (_exact(draft, statuses, attached, published) for draft in told.drafts)
    return replace(told, drafts=tuple(drafts))


def _exact(draft: Draft, statuses: Statuses, attached: Attached, published: str | None) -> Draft:
    if draft.made or draft.as_in is not None:
        return draft
    status = exactly(statuses, attached, published, draft.head, draft.status)
    undone = draft.status in UNDONE.get(status, ())
    return replace(draft, status=status, certainty="CT") if undone else draft
