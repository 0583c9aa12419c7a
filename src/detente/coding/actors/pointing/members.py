"""Members with nobody who says of what in ("members demanded", "council members", "member states"), their body out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.roles.mentions import Mention
from detente.reading.shapes import PLURALS
from detente.reading.spans import words_before
from detente.reading.tokens import Token

BODIES = ("organisation", "group", "body")  # the last of these that is told of is whose members they are
REACH = 2  # sentences back


def resolve_members(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The organisation told of last, if these are its members and act."""
    return _body_before(page, draft, token) if _are_members(page, token) else None


def _are_members(page: Page, token: Token) -> bool:
    """Nothing may stand beside the word but what names the body or the states that they are."""
    if token.tag_ not in PLURALS or token.dep_ not in SUBJECTS:
        return False
    members, beside = page.words["members"], [c for c in token.children if c.dep_ != "appos"]
    named = {token.lemma_.lower(), *(c.lower_ for c in beside)}
    around = page.words["beside_members"]
    return not named.isdisjoint(members) and named <= members | around


def _body_before(page: Page, draft: Draft, token: Token) -> Mention | None:
    for words in words_before(token.sent, token.i, REACH):
        for i in range(words.end - 1, words.start - 1, -1):
            mention = draft.actors.get(i)
            if mention is not None and mention.kind in BODIES and mention.actor.id:
                known = mention.kind == BODIES[0]
                return pointing_back(page, token, mention) if known else None
    return None
