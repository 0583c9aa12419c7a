"""An attack on a ship or the seizure of one in, the states whose flag she flies or whose firms own her as its aim out.

"The Graustarkian-flagged, Sylvanian-owned freighter was struck off Zenda": where she was is no side.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import distinct
from detente.coding.standing.status import Statuses
from detente.records import Actor

HOSTILE = frozenset({"ASSAULT", "COERCE"})
HIT = ("object", "on", "at", "against", "into")
NEAR = 12  # tokens between the flag and the name of the ship


def with_flag(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where somebody is said to be hit."""
    kind = statuses.lexicon.kinds.get(draft.kind)
    said = any(r.inferred is None and r.country != r.id for r in draft.recipients)
    if kind is None or kind.type not in HOSTILE or draft.reciprocal or said:
        return draft
    for head in statuses.graph.predicates[draft.head].heads(*HIT):
        flags = distinct(_flags(head, statuses))
        if flags:
            return replace(draft, recipients=flags)
    return draft


def _flags(head: int, statuses: Statuses) -> Iterator[Actor]:
    """The states before "-flagged" or "-owned" in the phrase of the ship, or in what is added to it at once."""
    doc, words = statuses.graph.doc, statuses.graph.words["flag words"]
    sentence = doc[head].sent
    start, end = max(sentence.start, head - NEAR), min(sentence.end - 2, head + NEAR)
    for i in range(start, end):
        if doc[i + 1].text != "-" or doc[i + 2].lower_ not in words:
            continue
        between = doc[min(i, head) : max(i, head)]
        if any(t.pos_ in ("VERB", "AUX") and t.lower_ not in words for t in between):
            continue
        mention = statuses.mentions.modifiers.get(i) or statuses.mentions.actors.get(i)
        if mention is not None and mention.actor.country:
            why = f"{doc[i + 2].text} there"
            yield replace(mention.actor, inferred=why)
