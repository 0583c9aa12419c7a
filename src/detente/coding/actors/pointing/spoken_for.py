"""A pronoun that nothing named can be in, who speaks for the state or the people that it stands for out."""

from __future__ import annotations

from collections.abc import Container

from detente.coding.actors.names.named import Draft
from detente.coding.actors.pointing.clauses_around import SUBJECTS, clause_subjects
from detente.coding.roles.mentions import Mention
from detente.reading.shapes import PLURALS
from detente.reading.tokens import Token

GOVERNMENT, ACTING, TOLD = "GOV", "nsubj", "ccomp"


def who_says_so(draft: Draft, token: Token) -> Token | None:
    """ "Sylvania says that they will not pay": where nobody else can be meant, who says it."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != TOLD:
        return None
    speaker = next((c for c in clause.head.lefts if c.dep_ == ACTING), None)
    mention = draft.actors.get(speaker.i) if speaker is not None else None
    if mention is None or (mention.kind != "state" and not (_speaks_for_a_state(mention) and _alone(token))):
        return None
    return speaker


def state_spoken_for(draft: Draft, token: Token, kept_away: Container[int]) -> Token | None:
    """ "The premier voiced outrage after Sylvania executed two of its citizens": who speaks for the state meant."""
    owns = token.dep_ == "poss" or (token.dep_ in SUBJECTS and token.head.dep_ == TOLD)
    for i in clause_subjects(token) if owns else ():
        mention = draft.actors.get(i)
        if mention is not None and i not in kept_away and _speaks_for_a_state(mention):
            return token.doc[i]
    return None


def _speaks_for_a_state(mention: Mention) -> bool:
    """ "The minister says that they are working on it": he and those in office with him."""
    return bool(mention.actor.country) and GOVERNMENT in mention.actor.sectors


def _alone(token: Token) -> bool:
    """Whether they act, and the text names no other things or people that could be meant."""
    start = token.doc[token.sent.start - 1].sent.start if token.sent.start else 0
    before = token.doc[start : token.i]
    return token.dep_ == ACTING and not any(t.tag_ in PLURALS for t in before)
