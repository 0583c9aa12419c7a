"""A name that several states have in, the one that is meant out, or the choice where the text does not say."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.actors.page import Hit, Page, there_on
from detente.knowledge.actors import Group, State

_OF_A_STATE = frozenset(("PTY", "OPP", "LAB", "EDU", "AGR", "MED"))


def pick_state(rows: Iterable[State], page: Page) -> State | None:
    """Of several states of one name, the one that existed on the day and that the text names elsewhere."""
    choices = _choices(rows, page)
    return max(choices, key=lambda row: page.tables.prominence[row.id], default=None)


def states_meant(hit: Hit, page: Page) -> list[State]:
    """The states that a name can be; none for a capital that stands for what sits there ("Brussels").

    Where the text names the state otherwise as well, the capital is its own.
    """
    rows = hit.rows("state", "demonym", "prefix", "capital", "metonym")
    if hit.kinds & {"state", "demonym", "metonym"} or not hit.rows("organisation"):
        return rows
    return [row for row in rows if page.named_otherwise(row.id, hit.text)]


def unclear_states(hit: Hit, page: Page) -> tuple[State, ...]:
    """The states that a bare name ("Korea", "the Congo") can be when the text does not say which."""
    choices = _choices(hit.rows("state"), page)
    named = [row for row in choices if page.named_otherwise(row.id, hit.text)]
    return () if len(choices) < 2 or len(named) == 1 else tuple(choices)


def _choices(rows: Iterable[State], page: Page) -> list[State]:
    choices = list({row.id: row for row in there_on(list(rows), page.day)}.values())
    if len(choices) > 1:
        choices = [row for row in choices if page.named_otherwise(row.id, "")] or choices
    return choices


def land_of_group(group: Group) -> str | None:
    """The state of a party or union, which is at home in one; armed men are no state's."""
    political = bool(group.sectors) and set(group.sectors) <= _OF_A_STATE
    return group.country if political and not group.also else None
