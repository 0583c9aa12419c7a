"""A bare title for craft or captives in ("the warship", "the sailors", "the nurse"), the state of those told of before out."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.pointing.taken_again import land_of_taken
from detente.coding.actors.pointing.thing_again import thing_again
from detente.coding.actors.side import Side
from detente.reading.tokens import Token


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
