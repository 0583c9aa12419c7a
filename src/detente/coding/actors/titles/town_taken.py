"""Rebels who do something to a town in, the state in which it lies out: "Ruritania says that rebels took Zenda"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.actors.page import Hit, Page, Title
from detente.coding.actors.side import Side, side_of, side_of_place
from detente.knowledge.actor_rows import Role
from detente.reading.tokens import Token

REBELS, SUBJECT, OBJECT, OF, NAMED = "REB", "nsubj", "dobj", "of", "appos"
WHOSE = ("amod", "compound", "nmod", "poss")


def side_of_town_taken(page: Page, title: Title, role: Role) -> Side | None:
    """The state of the town that the verb of which they are the subject has as its object, whoever tells of it."""
    rebels = page.doc[title.head]
    if REBELS not in role.sectors or rebels.dep_ != SUBJECT:
        return None
    for town in (c for c in rebels.head.rights if c.dep_ == OBJECT):
        for hit in _names_of(page, town):
            side = side_of_place(hit, page) or side_of(hit, page)
            if side is not None and side.country:
                return replace(side, start=0, end=0, sectors=(), inferred=f"they are told of in {hit.text}")
    return None


def _names_of(page: Page, town: Token) -> Iterator[Hit]:
    """ "Zenda", "the capital, Zenda", "the town of Zenda", "the Sylvanian port"."""
    hit = page.hit_at.get(town.i)
    if hit is not None:
        if hit.kinds & {"capital", "place"}:
            yield hit
        return
    if town.lower_ not in page.words["region"] | page.words["locality"]:
        return
    names = [c for c in town.children if c.dep_ in (NAMED, *WHOSE)]
    names += [n for c in town.rights if c.lower_ == OF for n in c.rights]
    yield from (page.hit_at[n.i] for n in names if n.i in page.hit_at)
