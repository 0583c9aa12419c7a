"""Bare "the soldiers" or "the gunmen" in, those of their sort of whom the sentence before tells out.

"A Ruritanian patrol entered Strelsau. The soldiers killed two fighters of the Red Dawn": Ruritania's, and not the army of
the land that the fighters are of. "Sylvanian rebels attacked a barracks. The gunmen fled": Sylvania's rebels.
"""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.told_before import ARMED, ARMY, DEFINITE, mentions, side_told
from detente.coding.actors.titles.topic import named_in
from detente.coding.reasons import SOLDIERS_TOLD
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Span, Token

SOLDIERS, REBELS = frozenset({ARMY}), ARMED | {"PRM"}
SUBJECT, AGENT, SUFFERS = "nsubj", "agent", ("dobj", "nsubjpass")
PASSIVE, OF = "nsubjpass", "of"


def side_of_fighters_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where those of several are told of, or where the title's own sentence names another land."""
    noun = page.doc[title.head]
    hit = _is_hit(noun)
    if not title.plural or not noun.sent.start or not (_acts(noun) or hit):
        return None
    if not any(c.lower_ in DEFINITE for c in noun.lefts):
        return None
    before = page.doc[noun.sent.start - 1].sent
    if not SOLDIERS.isdisjoint(role.sectors):
        return _of_soldiers(page, draft, noun, before, hit=hit)
    if hit:
        return None
    found = {} if REBELS.isdisjoint(role.sectors) else _told_of(page, draft, before, REBELS)
    return side_told(next(iter(found.values()))) if len(found) == 1 else None


def _of_soldiers(page: Page, draft: Draft, noun: Token, before: Span, *, hit: bool) -> Side | None:
    lands = {land for land, _ in _told_of(page, draft, before, SOLDIERS, hit=hit) if land}
    if len(lands) != 1 or not named_in(page, noun.sent).keys() <= lands | named_in(page, before).keys():
        return None
    (land,) = lands
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=SOLDIERS_TOLD.of(name))


def _acts(noun: Token) -> bool:
    return noun.dep_ == SUBJECT or (noun.dep_ == "pobj" and noun.head.dep_ == AGENT)


def _is_hit(noun: Token) -> bool:
    """ "The soldiers were killed", "two of the soldiers were killed"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == OF:
        noun = noun.head.head
    return noun.dep_ == PASSIVE


def _told_of(
    page: Page, draft: Draft, sentence: Span, sectors: frozenset[str], *, hit: bool = False
) -> dict[tuple[str | None, str | None], Mention]:
    """Those of these sectors of whom a sentence tells as alive, or as hit, by state and group, if either is known."""
    within = ((page.doc[i], m) for i, m in mentions(draft) if sentence.start <= i < sentence.end)
    return {
        (mention.actor.country, mention.actor.id): mention
        for token, mention in within
        if sectors & set(mention.actor.sectors)
        and (mention.actor.country or mention.actor.id)
        and (token.dep_ in SUFFERS if hit else not _suffers(page, token))
    }


def _suffers(page: Page, token: Token) -> bool:
    """Who was killed or wounded does not go on."""
    return token.dep_ in SUFFERS and token.head.lemma_.lower() in page.words["hurting"]
