"""A rival of a person in ("the premier's arch rival, Karl Horn"), an opponent in that person's own state out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.names.persons import span_of
from detente.coding.actors.page import Page
from detente.coding.roles.mentions import Mention
from detente.reading.tokens import Token
from detente.records import Actor

OWNER, PERSON, OPPOSITION = "poss", "person", ("OPP",)
WHY = "a rival at home"


def rival_of_person(page: Page, draft: Draft, token: Token) -> Mention | None:
    """The mention; None for a rival of a state, and for one of somebody whose state nobody knows."""
    if token.lemma_.lower() in page.words["bordering"]:
        return None  # "his big neighbour" is a state
    owners = [draft.actors[c.i] for c in token.lefts if c.dep_ == OWNER and c.i in draft.actors]
    if len(owners) != 1 or owners[0].several or owners[0].kind != PERSON:
        return None
    country = owners[0].actor.country
    if country is None or any(c.i in page.hit_at for c in token.rights if c.dep_ == "prep"):
        return None
    span = span_of(page, token.left_edge.i, token.i + 1)
    actor = Actor(
        name=page.text(token.i, token.i + 1), country=country, sectors=OPPOSITION, span=span, inferred=WHY
    )
    return Mention(head=token.i, actor=actor, kind=PERSON, anonymous=True)
