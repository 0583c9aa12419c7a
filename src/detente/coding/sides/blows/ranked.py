"""An attack by nobody in, the one out whose attack its sentence says that it was: "the first there by Sylvania's navy"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

ATTACK, APPOSED, SAID_TO_BE = "ASSAULT", "appos", "attr"
BEST = ("JJS", "RBS")
REASON = "'{}' says whose it was"


def with_doer_of_first(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """ "A shell hit a school, marking the first attack by the navy": who the row of such attacks is by."""
    sentence = statuses.graph.doc[draft.head].sent
    for other in drafts:
        if not draft.head < other.head < sentence.end or not _is_one_in_a_row(other, statuses):
            continue
        if any_known(other.actors) and not sides(other.actors, draft.recipients):
            why = REASON.format(statuses.graph.doc[other.head].text)
            return replace(draft, actors=because(other.actors, why))
    return draft


def _is_one_in_a_row(draft: Draft, statuses: Statuses) -> bool:
    """Whether the noun only says which of many attacks the one before it is."""
    token, words = statuses.graph.doc[draft.head], statuses.graph.words
    if type_of(draft, statuses) != ATTACK or token.pos_ != "NOUN":
        return False
    ranked = any(c.tag_ in BEST or c.lower_ in words["ranking words"] for c in token.lefts)
    return ranked and (token.dep_ in (APPOSED, SAID_TO_BE) or _amounts(token, statuses))


def _amounts(noun: Token, statuses: Statuses) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_ in statuses.graph.words["amounting verbs"]
