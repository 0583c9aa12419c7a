"""Drafts in, why some are no events out: what sportsmen and artists say and do in their own field, and people in the street."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.left_out.bystanders import by_bystanders
from detente.coding.sides.nearby.other_side import ONLY_OTHER
from detente.coding.standing.status import Statuses
from detente.records import Actor

OWN_FIELD = "what somebody of sport or art says and does, and nobody of politics is named for it"
VISIT = "visit"  # a kind
PUBLIC = frozenset({"PROTEST", "ASSAULT"})  # types: who marches or kills may be anybody


def by_performers(drafts: Sequence[Draft], statuses: Statuses) -> dict[int, str]:
    """The reason by number; who speaks to or of a state, its people in office or its acts is kept."""
    said = by_bystanders(drafts, statuses)
    if not statuses.mentions.performers:
        return said
    return said | {n: OWN_FIELD for n, draft in enumerate(drafts) if _is_own_field(draft, statuses)}


def _is_own_field(draft: Draft, statuses: Statuses) -> bool:
    kind, mentions = statuses.lexicon.kinds[draft.kind], statuses.mentions
    if not draft.actors or kind.type in PUBLIC:
        return False
    if not all(_is_one(a, mentions.performers) for a in draft.actors):
        return False
    named = (r for r in draft.recipients if r.span is not None and r.inferred != ONLY_OTHER)
    addressed = [r for r in named if not _is_one(r, mentions.performers)]
    guests = draft.kind == VISIT or all(_is_one(a, mentions.sportsmen) for a in draft.actors)
    return not any(_is_of_politics(r, guests=guests) for r in addressed)


def _is_of_politics(actor: Actor, *, guests: bool) -> bool:
    """A bare state is another team to who plays, and the land of a show to who comes there."""
    return bool(actor.sectors) and not (guests and actor.id is not None and actor.id == actor.country)


def _is_one(actor: Actor, people: frozenset[str]) -> bool:
    return (actor.id or actor.name) in people
