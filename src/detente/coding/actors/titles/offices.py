"""A noun for the staff of somebody in ("the office of Premier Varga", "her team"), the person whose it is out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token

OF, OWNER, OBJECT, PRONOUN = "of", "poss", "pobj", "PRON"
PERSON: Final = "person"
BODY: Final = "body"


def resolve_office(page: Page, draft: Draft, token: Token) -> Mention | None:
    """What the office of somebody says or does is his."""
    if token.lemma_.lower() not in page.words["staff_of_person"]:
        return None
    for owner in _owners(token):
        known = draft.actors.get(owner)
        if known is not None and known.kind == PERSON and known.actor.country:
            actor = known.actor
            if (
                page.doc[owner].pos_ == PRONOUN
            ):  # who "her" is stays open to the reader, whose office it is does not
                actor = replace(actor, id=None, name=f"{page.doc[owner].text} {token.text}")
            return Mention(head=token.i, actor=actor, kind=BODY)  # "it"
    return None


def _owners(token: Token) -> Iterator[int]:
    """Whose it is by the words beside it."""
    for child in token.children:
        if child.dep_ == OWNER:
            yield child.i
        elif child.lower_ == OF:
            yield from (c.i for c in child.children if c.dep_ == OBJECT)
