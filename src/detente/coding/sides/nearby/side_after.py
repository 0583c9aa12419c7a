"""Drafts without recipients in, those who answer them in what is told next as their other side out.

"Ruritania says that it has hit nine camps. Sylvania claims to have downed two of its jets": it hit Sylvania. "Three
states call for an end to the siege. Sylvania dismisses their statement": they call on Sylvania.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import keys_of, word_of
from detente.coding.sides.looking.told_before import end_of_next
from detente.coding.sides.nearby.sentence_before import RECIPIENT, lacks_recipient, others_in_clause
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.ids import is_body
from detente.records import Actor

FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
ANSWERS = {
    **dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "THREATEN"), FORCE | {"ACCUSE"}),
    **dict.fromkeys(("ACCUSE", "REQUEST"), frozenset({"ACCUSE", "REJECT"})),
}  # by which types an act is answered
REPROACH, PROTEST = ("ACCUSE",), "PROTEST"
LEAVING = "withdrawal from agreement"  # a kind: most such pacts are of many, and anybody deplores it
WHY = "who answers it in what is told next"


def with_side_after(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; one whose clause names anybody else stays as it is."""
    own = keys_of(draft.actors)
    if None in own or not own or draft.status not in HAPPENED or draft.kind == LEAVING:
        return draft
    if not lacks_recipient(draft, statuses):
        return draft
    if any(not _only_where(a, statuses) for a in others_in_clause(draft, own, statuses)):
        return draft
    if _is_at_crowd(own, draft, drafts, statuses):
        return draft
    draft_type = statuses.lexicon.kinds[draft.kind].type or ""
    answers = ANSWERS.get(draft_type, frozenset())
    end = end_of_next(draft.head, statuses.graph.doc)
    for other in (d for d in drafts if draft.head < d.head < end):
        kind = statuses.lexicon.kinds[other.kind]
        by, at = (keys_of(side) for side in (other.actors, other.recipients))
        if kind.type not in answers or other.reciprocal or None in by or by & own:
            continue
        if draft_type in FORCE and kind.type in REPROACH and all(is_body(key) for key in by):
            continue  # "The League condemned the killings": it was not hit itself
        if at & own:
            found = only_because(other.actors, WHY)
            return replace(draft, recipients=found)
    return draft


def with_needed_side_after(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The same for a draft that is no event without its recipient."""
    lacks = RECIPIENT in draft.needs
    return with_side_after(draft, drafts, statuses) if lacks else draft


def _is_at_crowd(own: set[str | None], draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """ "Thousands marched in Strelsau. Troops opened fire": at those who marched, whoever deplores it then."""
    before = (d for d in drafts if d.head < draft.head)
    crowds = (d for d in before if type_of(d, statuses) == PROTEST)
    return type_of(draft, statuses) in FORCE and any(
        own & keys_of((*d.actors, *d.recipients)) for d in crowds
    )


def _only_where(actor: Actor, statuses: Statuses) -> bool:
    """ "An end to the war in Graustark": where something is, and nobody who is meant."""
    name, where = word_of(actor, statuses.graph.doc), statuses.graph.words["location prepositions"]
    return name is not None and name.dep_ == "pobj" and name.head.lower_ in where
