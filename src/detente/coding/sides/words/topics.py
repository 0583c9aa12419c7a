"""Words of a sentence that opens with whom they are about in, that party as whom they are said to out.

"As for Sylvania, she spoke of a ban", "On Sylvania, he warned that the duties would stay".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

OPENERS, COMMA, LONGEST = "topic openers", ",", 6
PARTIES = ("state", "group", "organisation", "body")
WHY = "the sentence opens with whom it is about"


def with_topic(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; a party that its own clause names stays."""
    if any(r.inferred is None for r in draft.recipients):
        return draft
    topic = _topic(draft, statuses)
    if topic is None or sides((topic,), draft.actors):
        return draft
    return replace(draft, recipients=(replace(topic, inferred=WHY),))


def _topic(draft: Draft, statuses: Statuses) -> Actor | None:
    doc, openers = statuses.graph.doc, statuses.graph.words[OPENERS]
    start = doc[draft.head].sent.start
    for i in range(start + 1, min(start + LONGEST, draft.head)):
        mention = statuses.mentions.actors.get(i)
        if mention is None or i + 1 >= len(doc) or doc[i + 1].text != COMMA:
            continue
        before = " ".join(t.lower_ for t in doc.span(start, doc[i].left_edge.i))
        return mention.actor if before in openers and mention.kind in PARTIES else None
    return None
