"""Drafts of talks in, those that the text elsewhere calls a telephone call as calls out.

"A call did not take place. The two will now talk next week": they will talk on the phone.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import family_of
from detente.coding.roles.known import keys_of
from detente.coding.standing.composing import COMING
from detente.coding.standing.status import Statuses

CALL, TALKS = "call", frozenset({"talks"})  # a family and kind, kinds


def as_call(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft as a call, where its verb says only that they will talk and the text tells of a call of the same sides."""
    if statuses.graph.predicates[draft.head].pos != "verb" or draft.status not in COMING:
        return draft  # what they "also discussed" is what they spoke of
    mine = keys_of((*draft.actors, *draft.recipients))
    if len(mine) < 2 or _sits_somewhere(draft, statuses):
        return draft
    for other in drafts:
        phones = family_of(other.kind, statuses.lexicon) == CALL and not other.made
        if phones and keys_of((*other.actors, *other.recipients)) == mine:
            return replace(draft, kind=other.kind)
    return draft


def _sits_somewhere(draft: Draft, statuses: Statuses) -> bool:
    """ "Talked to him in Klausenburg": where one is named they sat down together."""
    arguments = statuses.graph.predicates[draft.head].arguments
    return any(a.name in draft.places and a.head in statuses.mentions.places for a in arguments)
