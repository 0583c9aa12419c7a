"""A bare title for craft or captives in ("the warship", "the sailors", "the nurse"), the state of those told of before out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.things_again import MISSIONS, is_bare, land_of_taken, owner_of_thing, thing_again
from detente.coding.actors.side import Side
from detente.reading.tokens import Token

OWNER, NAMING = "poss", ("amod", "compound", "appos")
SIGNS = ("burned_sign", "posted_there")  # lists of words


def side_told_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The state; nothing where two could be meant."""
    noun: Token = page.doc[title.head]
    thing = thing_again(page, draft, noun)
    land = thing.actor.country if thing is not None else land_of_taken(page, draft, noun)
    return (_told_of(page, land, f"the {noun.text}"),) if land is not None else ()


def _told_of(page: Page, land: str, what: str) -> Side:
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"{what} of {name} were told of")


def side_of_its_craft(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "Seized a Sylvanian trawler. Its captain was jailed": of the trawler, though "its" may be read as the captors'."""
    noun: Token = page.doc[title.head]
    owned = any(c.dep_ == OWNER for c in noun.lefts) and not any(c.dep_ in NAMING for c in noun.children)
    return side_told_again(page, draft, title) if owned else ()


def side_of_mission(page: Page, draft: Draft, title: Title) -> Side | None:
    """ "Crowds burned Sylvanian flags and marched on the embassy": whose flags, effigies or envoys its sentence tells of."""
    noun: Token = page.doc[title.head]
    if noun.lemma_.lower() not in page.words[MISSIONS] or not is_bare(noun):
        return None
    signs = [t for t in noun.sent if t.i < noun.i and t.lemma_.lower() in page.words.of(SIGNS)]
    owners = [owner_of_thing(page, draft, t) for t in signs]
    lands = {m.actor.country for m in owners if m is not None}
    land = lands.pop() if len(lands) == 1 else None
    return _told_of(page, land, f"the {signs[-1].text}") if land is not None else None
