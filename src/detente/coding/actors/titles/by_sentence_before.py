"""A bare title in, the state of those who did or suffered what the sentence before tells out, the surest reason first."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side
from detente.coding.actors.titles.denying import side_that_denies
from detente.coding.actors.titles.entered_before import side_of_land_entered
from detente.coding.actors.titles.soldiers_before import side_of_soldiers_before
from detente.coding.actors.titles.wronged_before import side_wronged_before
from detente.knowledge.actor_rows import Role

STEPS = (side_that_denies, side_wronged_before, side_of_land_entered, side_of_soldiers_before)


def side_by_sentence_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """What the first of the steps finds that finds any."""
    return next((side for step in STEPS if (side := step(page, draft, title, role)) is not None), None)
