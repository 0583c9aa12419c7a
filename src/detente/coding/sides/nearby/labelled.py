"""A draft without its other side in, the state that the label of its line names as that side out.

"Sylvania: Ruritania pledges food aid", "Sylvania: Danubian League condemns takeover": papers and agencies put the land
that a report is about before it.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import key_of, keys_of
from detente.coding.standing.status import Statuses
from detente.reading.labels import is_label

LABELLED, STATE = "the land under whose name the line stands", "state"


def with_land_of_label(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with it, where one state stands there and whoever acts is of another."""
    doc = statuses.graph.doc
    start = doc[draft.head].sent.start
    label = doc[start - 1].sent if start else None
    if label is None or not is_label(label):
        return draft
    named = [m.actor for _, m in statuses.named.mentions(label.start) if m.kind == STATE]
    if len(named) != 1 or key_of(named[0]) in keys_of(draft.actors):
        return draft
    return replace(draft, recipients=(replace(named[0], inferred=LABELLED),))
