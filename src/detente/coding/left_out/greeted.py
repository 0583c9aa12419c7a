"""Talks in, whether a handshake before or during them tells of the same meeting already out.

"The king shakes hands with the premier before their talks in Strelsau": what a caption shows is one meeting.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses

MEETINGS = ("meeting", "talks", "visit")  # families
ONLY_GREETED = "the greeting beside it tells of the same meeting"


def only_greeted_at(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> str | None:
    """The reason, if those who talk are told to greet each other in the clause to which the talks belong."""
    doc = statuses.graph.doc
    if doc[draft.head].pos_ != "NOUN" or family_of(draft.kind, statuses.lexicon) not in MEETINGS:
        return None
    above = {t.i for t in doc[draft.head].ancestors}
    greeted = any(d.head in above and _greets(d, draft, statuses) for d in drafts)
    return ONLY_GREETED if greeted else None


def _greets(greeting: Draft, talks: Draft, statuses: Statuses) -> bool:
    verb = statuses.graph.doc[greeting.head].lemma_.lower()
    there = (*greeting.actors, *greeting.recipients)
    alike = all(sides((a,), there) for a in (*talks.actors, *talks.recipients))
    held = family_of(greeting.kind, statuses.lexicon) in MEETINGS
    return held and alike and verb in statuses.graph.words["greeting verbs"]
