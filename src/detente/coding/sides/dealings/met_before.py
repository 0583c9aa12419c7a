"""A dealing of whoever writes without its other side in, that with whom he dealt just before out.

"Good call with the premier of Sylvania. We agreed to meet in Zenda." "Received King Otto today. Signed five accords."
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import SAID_BY, TELLS_OF_HIMSELF
from detente.coding.roles.known import key_of
from detente.coding.standing.status import Statuses
from detente.records import Actor

MET = frozenset({"CONSULT"})  # a type
REACH = 3  # sentences that are looked back over
WITH_HIM = "told after what {} did with them"


def with_whom_he_met(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with it, where all that was told just before names one other side."""
    voice = statuses.mentions.voice
    if voice is None or not draft.actors or draft.recipients:
        return draft
    own = {key_of(a) for a in voice.several or (voice.actor,)}
    if not all(SAID_BY.is_why(a.inferred) or TELLS_OF_HIMSELF.is_why(a.inferred) for a in draft.actors):
        return draft
    others = _others_before(draft, drafts, own, statuses)
    if len({key_of(a) for a in others}) != 1:
        return draft
    why = WITH_HIM.format(voice.actor.name)
    return replace(draft, actors=(*draft.actors, replace(others[0], inferred=why)))


def _others_before(
    draft: Draft, drafts: Sequence[Draft], own: set[str | None], statuses: Statuses
) -> list[Actor]:
    """Those with whom he dealt in the same sentence or the last few."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    for _ in range(REACH):
        start = doc[start - 1].sent.start if start else 0
    met = (d for d in drafts if d.reciprocal or type_of(d, statuses) in MET)
    near = (d for d in met if start <= d.head < draft.head)
    sides = ((*d.actors, *d.recipients) for d in near)
    dealt = [side for side in sides if own & {key_of(a) for a in side}]
    return [a for side in dealt for a in side if key_of(a) not in own and (a.country or a.id)]
