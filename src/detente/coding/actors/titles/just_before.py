"""A bare title in, whose it is by what the sentence before tells out, by the first step that knows it."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.side import Side
from detente.coding.actors.titles.called_in import side_called_in
from detente.coding.actors.titles.denying import side_that_denies
from detente.coding.actors.titles.entered_before import side_of_land_entered
from detente.coding.actors.titles.fighters_before import side_of_fighters_before
from detente.coding.actors.titles.host_before import side_of_host
from detente.coding.actors.titles.met_before import side_met_before
from detente.coding.actors.titles.scene_before import side_of_scene
from detente.coding.actors.titles.who_answers import side_that_answers
from detente.coding.actors.titles.wronged_before import side_wronged_before
from detente.knowledge.actor_rows import Role

STEPS = (
    side_of_host,
    side_called_in,
    side_met_before,
    side_that_answers,
    side_that_denies,
    side_wronged_before,
    side_of_land_entered,
    side_of_fighters_before,
    side_of_scene,
)  # the surest first


def told_just_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where no step knows one."""
    found = (step(page, draft, title, role) for step in STEPS)
    return next((side for side in found if side is not None), None)
