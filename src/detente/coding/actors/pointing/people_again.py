"""Whom a word for people means who were told of before."""

from __future__ import annotations

from collections.abc import Iterator

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
BEHIND = frozenset({"with", "by"})


def people_again(page: Page, draft: Draft, token: Token) -> Mention | None:
    """ "The men", "the two men", "the four" in, the people told of just before them out.

    "Four Danish nurses left Sylvania. The four were detained last year": who is counted alone is as many as were told of.
    The last people told of, if all that are near are of one land; None where something else is counted or meant.
    """
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


def both_who_met(page: Page, draft: Draft, token: Token) -> Mention | None:
    """A "they" that stands for nobody else in, the two who are told before to have met out.

    "Sylvania's premier met the king of Ruritania. They agreed to reopen the bridge": the two of them.
    Of the nearest clause before, in its sentence or the one before, that tells of a meeting of two.
    """
    for verb in _verbs_before(page, token):
        each = _who_meets(page, draft, verb)
        if len(each) == TWO and len({m.actor.country or m.actor.id for m in each}) == TWO:
            return mention_of_all(page, token, [m.actor for m in each], each[0].kind)
    return None


def _verbs_before(page: Page, token: Token) -> Iterator[Token]:
    start = token.sent.start
    start = page.doc[start - 1].sent.start if start else start
    yield from (t for t in reversed(page.doc[start : token.i]) if t.pos_ == "VERB")


def _who_meets(page: Page, draft: Draft, verb: Token) -> list[Mention]:
    """ "Met him", "was received by him", "held talks with him": he and the subject, where each is one state's or body's."""
    objects = [c for c in verb.rights if c.dep_ == OBJECT]
    talks = [c for c in objects if c.lemma_.lower() in page.words["meeting"]]
    if not talks and verb.lemma_.lower() not in page.words["encounter"]:
        return []
    behind = (p for t in (verb, *talks) for p in t.rights if p.lower_ in BEHIND)
    named = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    named += [*objects, *(c for p in behind for c in p.rights if c.dep_ == "pobj")]
    found = [draft.actors[t.i] for t in named if t.i in draft.actors]
    return [m for m in found if (m.actor.country or m.actor.id) and not m.several]
