""" "It", "them" in, where they are shot at, chased or seized, whoever answers for the craft that was told of before out.

"A Sylvanian drone flew over Strelsau. Ruritanian gunners fired at it": at Sylvania's, and at no town.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import NEAR, Page
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.pointing import pointing_back
from detente.coding.actors.pointing.thing_again import (
    OBJECT,
    PLURALS,
    SUFFERS,
    is_craft,
    owner_of_thing,
)
from detente.coding.roles.mentions import Mention
from detente.reading.spans import words_before
from detente.reading.tokens import Token

IT, THEM = "it", ("them", "they")
AT = ("at", "on", "upon", "after")
DEEDS = ("assailing", "taking_away", "shooting", "harassing")  # lists of verbs


def craft_hit(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The mention of its owner; nothing where crafts of two states are near, or who hits it owns it."""
    verb = _verb(page, token)
    if verb is None:
        return None
    plural = token.lower_ != IT
    for near in words_before(token.sent, token.i, NEAR):
        told = [t for t in near if is_craft(page, t) and (t.tag_ in PLURALS) == plural and t.head.i != verb.i]
        if told:
            owners = [owner_of_thing(page, draft, t) for t in told]
            lands = {m.actor.country if m is not None else None for m in owners}
            last = owners[-1]
            one = len(lands) == 1 and last is not None and lands.isdisjoint(_hitting(page, draft, verb))
            return _as_craft(pointing_back(page, token, last)) if one and last is not None else None
    return None


def _as_craft(mention: Mention) -> Mention:
    """A thing of the state, and not the state itself."""
    if mention.actor.id != mention.actor.country:
        return mention
    return replace(mention, actor=replace(mention.actor, id=None), kind="group")


def _verb(page: Page, token: Token) -> Token | None:
    """ "Shot it down", "fired at it", "it was seized"."""
    if token.lower_ != IT and token.lower_ not in THEM:
        return None
    if token.dep_ == OBJECT and token.head.lower_ in AT:
        verb = token.head.head
    elif token.dep_ in SUFFERS:
        verb = token.head
    else:
        return None
    return verb if verb.lemma_.lower() in page.words.of(DEEDS) else None


def _hitting(page: Page, draft: Draft, verb: Token) -> set[str | None]:
    """The states of those who do it, and nobody at all."""
    doers = (owner_of_thing(page, draft, c) for c in verb.children if c.dep_ == SUBJECTS[0])
    return {None, *(m.actor.country for m in doers if m is not None)}
