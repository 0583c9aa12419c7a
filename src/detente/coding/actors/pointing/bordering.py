"""A word for a neighbour in ("its southern neighbour"), the states that it can mean out."""

from __future__ import annotations

from collections.abc import Set
from math import cos, radians

from detente.coding.actors.page import Page
from detente.coding.actors.pointing.lands import state_actor
from detente.knowledge.actor_rows import State
from detente.reading.tokens import Token
from detente.records import Actor

TOWARDS = {"to_north": (1, 0), "to_south": (-1, 0), "to_east": (0, 1), "to_west": (0, -1)}  # lists of words


def bordering(page: Page, token: Token, own: Set[str | None], near: list[Actor]) -> list[Actor]:
    """Of the states told of near by those that lie beside one's own, else of those that the text tells of; where it is
    said on which side of it, the only one there, told of or not."""
    states = [page.tables.state_by_id[country] for country in own if country in page.tables.state_by_id]
    beside = {neighbour for state in states for neighbour in state.neighbours} - own
    if not beside:  # an island
        return near
    there = _on_that_side(page, token, states, beside)
    found = [actor for actor in near if actor.country in (there or beside)]
    if found:
        return found
    if len(there) == 1:
        return [state_actor(page, there.pop())]
    told = [(n, country) for country, n in page.countries.most_common() if country in beside]
    alone = len(told) == 1 or (len(told) > 1 and told[0][0] > told[1][0])
    return [state_actor(page, told[0][1])] if alone else []


def _on_that_side(page: Page, token: Token, states: list[State], beside: Set[str | None]) -> set[str]:
    """Of the neighbours of a state those that lie to the south of it, say."""
    described = {c.lower_ for c in token.lefts}
    ways = [way for words, way in TOWARDS.items() if not described.isdisjoint(page.words[words])]
    if len(ways) != 1 or len(states) != 1:
        return set()
    others = (page.tables.state_by_id[one] for one in beside if one in page.tables.state_by_id)
    return {other.id for other in others if _lies(other, states[0], *ways[0])}


def _lies(other: State, state: State, north: int, east: int) -> bool:
    """Whether it lies on that side of it rather than on another."""
    if other.lat is None or other.lon is None or state.lat is None or state.lon is None or other.end:
        return False
    up, right = other.lat - state.lat, (other.lon - state.lon) * cos(radians(state.lat))
    along, across = up * north + right * east, up * east + right * north
    return along > abs(across)
