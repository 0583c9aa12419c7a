"""Drafts that lack a side in, the side out that another act of the same text names.

"Three jets stray into Sylvania, and Klausenburg protests to Ruritania": they are Ruritania's. "Two Sylvanians are shot
by rebels; Graustark sends its condolences": to Sylvania.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import distinct
from detente.coding.sides.opponents import key_of
from detente.coding.status import Statuses
from detente.records import Actor

COMFORT = "comfort"  # a group of kinds
BY_UNKNOWN = "laid to whom it is protested"  # likewise
ANSWERS = frozenset({"ACCUSE", "SANCTION", "THREATEN"})  # types
ATTACK, RELEASE = "ASSAULT", "release"  # a type, a kind
SWAP = "who lets go others in return"
HURT, MET = "who was hit beside it", "to whom it is laid by those whom it met"


def with_side_told_beside(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft, its doer from the answer to it, or those comforted from the attack before it."""
    groups = statuses.lexicon.groups
    if (
        draft.kind in groups[BY_UNKNOWN]
        and draft.recipients
        and not any(a.country or a.id for a in draft.actors)
    ):
        found = distinct(_laid_to(draft, drafts, statuses))
        return replace(draft, actors=_told(found, MET)) if len(found) == 1 else draft
    if draft.kind == RELEASE and draft.actors and not draft.recipients:
        found = distinct(_swapped(draft, drafts, statuses))
        return replace(draft, recipients=_told(found, SWAP)) if len(found) == 1 else draft
    if draft.kind in groups[COMFORT] and draft.actors and not draft.recipients:
        found = distinct(_hurt(draft, drafts, statuses))
        return replace(draft, recipients=_told(found, HURT)) if found else draft
    return draft


def _laid_to(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    met = {key_of(r) for r in draft.recipients} - {None}
    for other in drafts:
        kind = statuses.lexicon.kinds.get(other.kind)
        if other.head < draft.head or kind is None or kind.type not in ANSWERS:
            continue
        if met & {key_of(a) for a in other.actors}:
            yield from (_state(r) for r in other.recipients if r.country and key_of(r) not in met)


def _swapped(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    sentence = statuses.graph.doc[draft.head].sent
    own = {key_of(a) for a in draft.actors}
    for other in drafts:
        if other.kind == RELEASE and other is not draft and sentence.start <= other.head < sentence.end:
            yield from (_state(a) for a in other.actors if a.country and key_of(a) not in own)


def _hurt(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    own = {key_of(a) for a in draft.actors}
    for other in drafts:
        kind = statuses.lexicon.kinds.get(other.kind)
        if other.head < draft.head and kind is not None and kind.type == ATTACK:
            yield from (_state(r) for r in other.recipients if r.country and key_of(r) not in own)


def _state(actor: Actor) -> Actor:
    return Actor(name=actor.country or actor.name, id=actor.country, country=actor.country, span=actor.span)


def _told(found: tuple[Actor, ...], why: str) -> tuple[Actor, ...]:
    return tuple(msgspec.structs.replace(a, inferred=why) for a in found)
