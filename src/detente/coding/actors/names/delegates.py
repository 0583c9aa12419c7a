"""A name that no title introduces in, the same person with the land that stands in brackets behind the name out.

Records of the meetings of a body of states name who speaks so: "Otto Horn (Sylvania) said ...".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.actors.names.people import Person
from detente.coding.actors.names.runs import Run
from detente.coding.actors.page import Page
from detente.coding.actors.side import Side, side_of

OPENS, CLOSES, LAND, ARTICLE = "(", ")", "state", "the"
WHY = "{} stands behind the name"
SECTORS = ("GOV",)


def as_delegate(person: Person, page: Page, run: Run) -> Person:
    """The person; only where the text names a body in which states meet."""
    side = _land_behind(page, run.end)
    if side is None or side.country is None or not _states_meet(page):
        return person
    return replace(person, country=side.country, sectors=SECTORS, inferred=WHY.format(side.name))


def _land_behind(page: Page, end: int) -> Side | None:
    doc = page.doc
    if end + 2 >= len(doc) or doc[end].text != OPENS:
        return None
    at = end + 1 + (doc[end + 1].lower_ == ARTICLE and end + 1 not in page.hit_at)
    hit = page.hit_at.get(at)
    if hit is None or LAND not in hit.kinds or hit.end >= len(doc) or doc[hit.end].text != CLOSES:
        return None
    return side_of(hit, page)


def _states_meet(page: Page) -> bool:
    """Whether the text speaks of a body or a talk of many states."""
    words = page.words["bodies_of_states"]
    return any(t.lemma_.lower() in words for t in page.doc.having(lemma_=words, lower_=words))
