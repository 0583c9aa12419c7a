"""The forces of one state in, those of the states named with them out: "Ruritanian and Sylvanian forces"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.actors.names.states import pick_state, states_meant
from detente.coding.actors.page import Hit, Page
from detente.coding.roles.mentions import Mention
from detente.knowledge.actor_rows import State
from detente.records import Actor


def with_those_before(page: Page, hit: Hit, mention: Mention) -> Mention:
    """ "Ruritanian and Sylvanian forces": the forces of both, though one is known by that name."""
    if mention.kind != "body" or not page.doc[hit.end - 1].is_lower or hit.end - hit.start < 2:
        return mention
    states = list(_joined_before(page, hit.start))
    if not states:
        return mention
    actors = [
        Actor(name=s.name, country=s.id, sectors=mention.actor.sectors, span=mention.actor.span)
        for s in reversed(states)
    ]
    return replace(mention, several=(*actors, mention.actor))


def _joined_before(page: Page, start: int) -> Iterator[State]:
    """The states whose adjectives are joined by "and" and commas to the name that begins there, last first."""
    at = start - 1
    while at > 0 and page.doc[at].text in ("and", ","):
        before = page.hit_at.get(at - 1)
        rows = states_meant(before, page) if before is not None and "demonym" in before.kinds else []
        state = pick_state(rows, page)
        if before is None or state is None:
            return
        yield state
        at = before.start - 1
