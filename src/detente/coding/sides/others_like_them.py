"""An act on "two others" in, those told of just before it as whose people they are out.

"Ruritanian troops shot a Sylvanian soldier and arrested two others": two other Sylvanians.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.draft import Draft
from detente.coding.status import Statuses

REST = "rest of them"  # the list of words
HURTING = frozenset({"ASSAULT", "COERCE", "SANCTION", "AID", "RETREAT"})  # types of acts on people


def with_others_like_them(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the last act before it in the sentence, where another state's are acted on."""
    if draft.recipients or draft.reciprocal or not draft.actors:
        return draft
    doc, rest = statuses.graph.doc, statuses.graph.words[REST]
    things = statuses.graph.predicates[draft.head].heads("object")
    if not any(t.lower_ in rest for h in things for t in (doc[h], *doc[h].children)):
        return draft
    own = {a.country or a.id for a in draft.actors}
    start = doc[draft.head].sent.start
    for other in sorted(drafts, key=lambda d: -d.head):
        before = start <= other.head < draft.head and statuses.lexicon.kinds[other.kind].type in HURTING
        if before and other.recipients and own.isdisjoint(r.country or r.id for r in other.recipients):
            why = f"others like those told of with '{doc[other.head].text}'"
            told = (replace(r, inferred=r.inferred or why) for r in other.recipients)
            return replace(draft, recipients=tuple(told))
    return draft
