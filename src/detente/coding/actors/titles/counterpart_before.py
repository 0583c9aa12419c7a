"""Whose a counterpart is of whom nobody says more."""

from __future__ import annotations

from detente.coding.actors.names.named import Draft
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.topic import named_in, other_land
from detente.coding.actors.titles.whose import COUNTERPART
from detente.knowledge.actor_rows import Role
from detente.reading.spans import words_before

OWNER, PERSON = "poss", "person"
REACH = 1  # sentences that are looked back over


def side_of_counterpart(page: Page, draft: Draft, title: Title, role: Role) -> Side | None:
    """A bare "her counterpart" in, the other of the two lands that the sentence before tells of out.

    "Ruritania's minister flew to Klausenburg. Her counterpart thanked her": Sylvania's; whom she met counts before where.
    The side; nothing where its own sentence names a third.
    """
    noun = page.doc[title.head]
    owners = (draft.actors.get(c.i) for c in noun.lefts if c.dep_ == OWNER)
    land = next((m.actor.country for m in owners if m is not None and not m.several), None)
    if land is None or not noun.sent.start or all(r.role != COUNTERPART for r in title.roles):
        return None
    before = page.doc[noun.sent.start - 1].sent
    near = (m for i, m in draft.actors.items() if before.start <= i < before.end and m.kind == PERSON)
    met = {m.actor.country for m in near if m.actor.country} - {land}
    other = met.pop() if len(met) == 1 else other_land(page, words_before(before, before.end, REACH), land)
    if other is None or not named_in(page, noun.sent).keys() <= {land, other}:
        return None
    name = state_actor(page, other).name
    why = f"a counterpart of one of {state_actor(page, land).name}"
    return Side(name=name, country=other, start=0, end=0, inferred=why)
