"""A promise or help that nobody is named for in, whoever asked for it as the side that it is given out.

"Ruritania agreed to send engineers at the request of Sylvania": promised to Sylvania. "The talks were put off at Sylvania's
request": whoever asks for that is one of those who were to talk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, without
from detente.coding.reasons import because, only_because
from detente.coding.roles.roles import distinct, sides
from detente.coding.standing.status import Statuses
from detente.records import Actor

GRANTED = frozenset({"AGREE", "AID", "CONCEDE"})  # types
OFF = ("postponed", "cancelled")  # statuses
ASKING, AT, WHY = "REQUEST", ("at", "upon", "on"), "asked for it"


def with_who_requested(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; only where nobody but the giver itself is known as the side that it is for."""
    if any((a.country or a.id) and not sides((a,), draft.actors) for a in draft.recipients):
        return draft
    found = without(distinct(_requesting(draft, drafts, statuses)), draft.actors)
    return replace(draft, recipients=only_because(found, WHY)) if found else draft


def with_who_had_it_put_off(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The talks with whoever asked to put them off or to call them off as a side."""
    if draft.status not in OFF or len(draft.actors) + len(draft.recipients) > 1:
        return draft
    known = (*draft.actors, *draft.recipients)
    found = without(distinct(_requesting(draft, drafts, statuses)), known)
    return replace(draft, actors=(*draft.actors, *because(found, WHY))) if len(found) == 1 else draft


def _requesting(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Actor]:
    """Who asks in "at the request of Sylvania", wherever in the clause that hangs."""
    doc, kinds = statuses.graph.doc, statuses.lexicon.kinds
    clause = {t.i for head in (draft.head, *(a.head for a in draft.applied)) for t in doc[head].subtree}
    for asked in drafts:
        kind, noun = kinds.get(asked.kind), doc[asked.head]
        is_request = kind is not None and kind.type == ASKING and noun.pos_ == "NOUN"
        if is_request and asked.head in clause and noun.head.lower_ in AT:
            yield from (a for a in asked.actors if a.country or a.id)
