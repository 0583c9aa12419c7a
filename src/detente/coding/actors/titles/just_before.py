"""A bare title in, whose it is by what the sentence before tells out, by the first step that knows it."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.side import Side
from detente.coding.actors.titles.back_home import PLACES, side_back_home
from detente.coding.actors.titles.counterpart_before import side_of_counterpart
from detente.coding.actors.titles.deed_before import (
    FORCES,
    OBJECT,
    side_called_in,
    side_of_land_entered,
    side_that_denies,
)
from detente.coding.actors.titles.deed_before import KEEPERS as GUARDS
from detente.coding.actors.titles.host_before import ACTS_THERE, KEEPERS, side_met_before, side_of_host
from detente.coding.actors.titles.scene_before import REBELS, SOLDIERS, side_of_fighters_before, side_of_scene
from detente.coding.actors.titles.topic import FOR_A_STATE
from detente.coding.actors.titles.who_answers import side_that_answers
from detente.coding.actors.titles.wronged_before import side_wronged_before
from detente.knowledge.actor_rows import Role

type Run = Callable[[Page, Draft, Title, Role], Side | None]


class Step(NamedTuple):
    """run: what it does, which looks again whether it applies. sectors: of which the title must have one. places: what
    its noun must be in its clause. inside: whether its own sentence can be told by.
    """

    run: Run
    sectors: Set[str] | None = None
    places: Set[str] | None = None
    inside: bool = False


ACTS = frozenset(SUBJECTS)
STEPS = (
    Step(side_of_counterpart),
    Step(side_back_home, None, PLACES),
    Step(side_of_host, ACTS_THERE, inside=True),
    Step(side_called_in, None, frozenset({OBJECT})),
    Step(side_met_before, FOR_A_STATE | KEEPERS, ACTS),
    Step(side_that_answers, FOR_A_STATE, ACTS),
    Step(side_that_denies, FOR_A_STATE, ACTS),
    Step(side_wronged_before, FOR_A_STATE, ACTS),
    Step(side_of_land_entered, GUARDS | FORCES),
    Step(side_of_fighters_before, SOLDIERS | REBELS),
    Step(side_of_scene),
)  # the surest first


def told_just_before(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """The side; nothing where no step knows one."""
    noun = page.doc[title.head]
    opens, place = not noun.sent.start, noun.dep_
    for run, sectors, places, inside in STEPS:
        if (opens and not inside) or (places is not None and place not in places):
            continue
        if sectors is not None and sectors.isdisjoint(role.sectors):
            continue
        if (side := run(page, draft, title, role)) is not None:
            return side
    return None
