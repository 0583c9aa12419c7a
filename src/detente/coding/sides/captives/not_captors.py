"""A rescue of people of whom nobody says whose they are in, aimed at whoever was struck, and not at who struck them, out.

"The league raided a camp in Sylvania. Ruritania flew out the wounded": Sylvania's, and none of the league's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of
from detente.coding.sides.captives.captives import RESCUE
from detente.coding.standing.status import Statuses

ATTACK = "ASSAULT"  # a type
WHY = "who was struck in what is told before"


def without_captors(drafts: Sequence[Draft], statuses: Statuses) -> tuple[Draft, ...]:
    """The drafts, rescues with those whom they help."""
    return tuple(_helping(draft, drafts, statuses) for draft in drafts)


def _helping(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; only where those whom it seems to help are named elsewhere, as attackers."""
    if draft.kind != RESCUE or not draft.recipients or any(r.inferred is None for r in draft.recipients):
        return draft
    if any(r.span is not None and _is_in_clause(r.span.start, draft, statuses) for r in draft.recipients):
        return draft
    helped = keys_of(draft.recipients)
    kinds = statuses.lexicon.kinds
    for blow in reversed([d for d in drafts if d.head < draft.head and d.kind in kinds]):
        struck_by_them = kinds[blow.kind].type == ATTACK and helped & keys_of(blow.actors)
        if struck_by_them and not helped & keys_of(blow.recipients):
            return replace(draft, recipients=only_because(blow.recipients, WHY))
    return draft


def _is_in_clause(start: int, draft: Draft, statuses: Statuses) -> bool:
    """Whether a place in the text lies in the sentence of the rescue."""
    sentence = statuses.graph.doc[draft.head].sent
    doc = statuses.graph.doc
    return doc[sentence.start].idx <= start < doc[sentence.end - 1].idx + len(doc[sentence.end - 1].text)
