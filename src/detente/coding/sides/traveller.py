"""A trip that hangs on who makes it in, him as its actor out: "the minister, on a visit to Sylvania, said ...".

And on who receives the visitor meanwhile, him as its host: "the king promised help during a visit by the minister".
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.status import Statuses

AWAY = ("on", "during")
MEANWHILE = ("during", "amid")


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


def with_who_receives(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; only of a visit to nobody, while somebody of another state than the visitor's does something."""
    if draft.recipients or not draft.hosted or not draft.actors:
        return draft
    visit = statuses.graph.doc[draft.head]
    if visit.dep_ != "pobj" or visit.head.lower_ not in MEANWHILE or visit.head.head.pos_ != "VERB":
        return draft
    subjects = [c for c in visit.head.head.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    mention = next((m for t in subjects if (m := statuses.mentions.actors.get(t.i))), None)
    if mention is None or mention.kind not in ("person", "body") or not mention.actor.country:
        return draft
    if mention.actor.country in {a.country for a in draft.actors}:
        return draft
    why = f"'{subjects[0].text}' speaks or acts while it takes place"
    host = msgspec.structs.replace(mention.actor, inferred=mention.actor.inferred or why)
    return replace(draft, recipients=(host,))
