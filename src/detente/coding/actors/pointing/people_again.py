""" "The men", "the two men", "the four" in, the people told of just before them out.

"Four Danish nurses left Sylvania. The four were detained last year": who is counted alone is as many as were told of.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import NEAR, Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import mention_of_all
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.reading.tokens import Token

DEFINITE, NUMBER, OBJECT = ("the", "these", "those"), "nummod", "dobj"
WHERE = ("in", "near", "at", "off", "outside")
NUMERAL, PLURALS, KINDS = "CD", ("NNS", "NNPS"), ("person", "group")

PERSON, TWO, PRONOUN = "person", 2, "PRON"
MEANT = (*SUBJECTS, OBJECT)
CHIEF = (*MEANT, "appos", "conj")


def people_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The last people told of, if all that are near are of one land; None where something else is counted or meant."""
    alone = token.tag_ == NUMERAL
    if token.dep_ not in MEANT or not (alone or _are_men(page, token)):
        return None
    below = list(token.children)
    if not any(c.lower_ in DEFINITE for c in below):
        return None
    if any(c.lower_ not in DEFINITE and c.dep_ != NUMBER and c.lower_ not in WHERE for c in below):
        return None
    count = token.lower_ if alone else None
    for near in words_before(token.sent, token.i, NEAR):
        found = [t for t in near if _are_people(draft, t, count)]
        if found:
            lands = {draft.actors[t.i].actor.country for t in found}
            last = draft.actors[found[-1].i]
            return pointing_back(page, token, last) if len(lands) == 1 else None
    return None


def two_told_of(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "Both men", "the two men" after two people of two lands who are named by their offices only."""
    if not _are_men(page, token):
        return None
    beside = {c.lower_ for c in token.children if c.i < token.i}
    if not beside & page.words["pair_counted"] or not beside <= page.words["pair_beside"]:
        return None
    for near in words_before(token.sent, token.i, NEAR):
        known = (draft.actors[t.i] for t in near if _is_person(draft, t))
        told = (actor for mention in known for actor in mention.several or (mention.actor,))
        found = {actor.country: actor for actor in told}
        if found:
            return mention_of_all(page, token, list(found.values()), PERSON) if len(found) == TWO else None
    return None


def _is_person(draft: Draft, token: Token) -> bool:
    mention = draft.actors.get(token.i)
    known = mention is not None and mention.kind == PERSON and mention.actor.country
    one = mention is not None and (token.tag_ not in PLURALS or bool(mention.several))
    return bool(known) and one and token.pos_ != PRONOUN and token.dep_ != "poss"


def _are_men(page: Page, token: Token) -> bool:
    return token.tag_ in PLURALS and token.lemma_.lower() in page.words["people_again"]


def _are_people(draft: Draft, token: Token, count: str | None) -> bool:
    """Several persons of a land in a chief place of their clause, as many as counted."""
    mention = draft.actors.get(token.i)
    if mention is None or mention.kind not in KINDS or not mention.actor.country or token.tag_ not in PLURALS:
        return False
    if token.dep_ not in CHIEF:
        return False
    return count is None or any(c.dep_ == NUMBER and c.lower_ == count for c in token.children)
