"""Bare "the soldiers" who act or are hit in, the state whose soldiers the sentence before tells of out.

"A Ruritanian patrol entered Strelsau. The soldiers killed two fighters of the Red Dawn": Ruritania's, and not the army of
the land that the fighters are of.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import ARMY, DEFINITE, mentions
from detente.coding.actors.titles.topic import named_in
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

SUBJECT, AGENT, SUFFERS = "nsubj", "agent", ("dobj", "nsubjpass")
PASSIVE, OF = "nsubjpass", "of"


def side_of_soldiers_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The state; nothing where soldiers of several are told of, or where the title's own sentence names another land."""
    noun = page.doc[title.head]
    hit = _is_hit(noun)
    if ARMY not in role.sectors or not title.plural or not noun.sent.start or not (_acts(noun) or hit):
        return None
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    before = page.doc[noun.sent.start - 1].sent
    armed = _lands_of_hit(page, draft, before) if hit else _lands_of_soldiers(page, draft, before)
    if len(armed) != 1 or not named_in(page, noun.sent).keys() <= armed | named_in(page, before).keys():
        return None
    (land,) = armed
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"soldiers of {name} are told of before")


def _acts(noun: Token) -> bool:
    return noun.dep_ == SUBJECT or (noun.dep_ == "pobj" and noun.head.dep_ == AGENT)


def _is_hit(noun: Token) -> bool:
    """ "The soldiers were killed", "two of the soldiers were killed"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == OF:
        noun = noun.head.head
    return noun.dep_ == PASSIVE


def _lands_of_hit(page: Page, draft: Draft, sentence: Span) -> set[str]:
    """The states whose soldiers a sentence tells of as hit, if it tells of no others whose soldiers are."""
    within = ((page.doc[i], m.actor) for i, m in mentions(draft) if sentence.start <= i < sentence.end)
    return {a.country for token, a in within if ARMY in a.sectors and a.country and token.dep_ in SUFFERS}


def _lands_of_soldiers(page: Page, draft: Draft, sentence: Span) -> set[str]:
    """The states whose soldiers a sentence tells of as alive."""
    within = ((page.doc[i], m.actor) for i, m in mentions(draft) if sentence.start <= i < sentence.end)
    return {
        actor.country
        for token, actor in within
        if ARMY in actor.sectors and actor.country and not _suffers(page, token)
    }


def _suffers(page: Page, token: Token) -> bool:
    """Who was killed or wounded does not go on."""
    return token.dep_ in SUFFERS and token.head.lemma_.lower() in page.words("hurting")
