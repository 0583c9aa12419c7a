"""A draft and a protest in, whether the draft only says what the protesters did where they stood, out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import family_of
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

PROTESTS = ("protest", "labour strike")  # families
WHERE = ("outside", "in front of", "at", "near", "before")


def is_done_at_one(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> bool:
    """Whether it says so of one of the drafts."""
    return _may_be_done_at(draft, statuses) and any(is_done_at(draft, d, statuses) for d in drafts)


def _may_be_done_at(draft: Draft, statuses: Statuses) -> bool:
    return not draft.recipients and family_of(draft.kind, statuses.lexicon) in PROTESTS


def is_done_at(draft: Draft, protest: Draft, statuses: Statuses) -> bool:
    """ "Protest outside the Sylvanian embassy, setting fire to tyres": where they are says whom it is aimed at."""
    if draft is protest or not _may_be_done_at(draft, statuses):
        return False
    token = statuses.graph.doc[draft.head]
    while token.dep_ == "conj":
        token = token.head
    at_place = bool(statuses.graph.predicates[protest.head].heads(*WHERE))
    same = family_of(protest.kind, statuses.lexicon) in PROTESTS
    return same and at_place and goes_on(token, protest.head)


def goes_on(token: Token, other: int) -> bool:
    """ "Thousands gather, protesting against fees": who does the one does the other."""
    return token.tag_ == "VBG" and token.dep_ in ("advcl", "xcomp") and token.head.i == other
