"""A trip that hangs on who makes it in, him as its actor out: "the minister, on a visit to Sylvania, said ..."."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.status import Statuses

AWAY = ("on", "during")


def with_traveller(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only of a trip of which nobody is said to make it."""
    if draft.actors or not draft.hosted or not draft.recipients:
        return draft
    trip = statuses.graph.doc[draft.head]
    if trip.dep_ != "pobj" or trip.head.lower_ not in AWAY or trip.head.dep_ != "prep":
        return draft
    mention = statuses.mentions.actors.get(trip.head.head.i)
    if mention is None or mention.kind not in ("person", "body") or not mention.actor.country:
        return draft
    why = f"'{trip.head.head.text}' is on it"
    actor = msgspec.structs.replace(mention.actor, inferred=mention.actor.inferred or why)
    return replace(draft, actors=(actor,))
