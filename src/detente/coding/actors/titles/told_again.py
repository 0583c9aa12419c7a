"""A bare title for craft or captives in ("the warship", "the sailors", "the nurse"), the state of those told of before out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.things_again import land_of_taken, thing_again
from detente.coding.actors.side import Side
from detente.reading.tokens import Token

OWNER, NAMING = "poss", ("amod", "compound", "appos")


def side_told_again(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """The state; nothing where two could be meant."""
    noun: Token = page.doc[title.head]
    thing = thing_again(page, draft, noun)
    land = thing.actor.country if thing is not None else land_of_taken(page, draft, noun)
    if land is None:
        return ()
    name = state_actor(page, land).name
    return (
        Side(name=name, country=land, start=0, end=0, inferred=f"the {noun.text} of {name} were told of"),
    )


def side_of_its_craft(page: Page, draft: Draft, title: Title) -> tuple[Side, ...]:
    """ "Seized a Sylvanian trawler. Its captain was jailed": of the trawler, though "its" may be read as the captors'."""
    noun: Token = page.doc[title.head]
    owned = any(c.dep_ == OWNER for c in noun.lefts) and not any(c.dep_ in NAMING for c in noun.children)
    return side_told_again(page, draft, title) if owned else ()
