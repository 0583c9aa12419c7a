"""Force or a ban against a crowd in, the same not aimed at whom the crowd is against out.

"Police broke up a march against Sylvania", "banned an anti-Sylvanian rally": those who march are hit by it.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.belonging import is_target_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

BY_FORCE = ("COERCE", "ASSAULT")  # types
GATHERINGS = "gatherings against somebody"


def off_protested(draft: Draft, statuses: Statuses) -> Draft:
    """The draft without those; who is hit then the steps after it find."""
    kind = statuses.lexicon.kinds[draft.kind]
    hit = without_protested(draft.recipients, kind.type, statuses)
    return draft if len(hit) == len(draft.recipients) else replace(draft, recipients=hit)


def without_protested(actors: tuple[Actor, ...], code: str | None, statuses: Statuses) -> tuple[Actor, ...]:
    """Of those that a phrase names the ones that no crowd in it is against, for an act of such a type."""
    if code not in BY_FORCE:
        return actors
    nouns = statuses.graph.words[GATHERINGS]
    return tuple(a for a in actors if not is_target_of(a, nouns, statuses.graph))
