"""People who take to the streets of a town in, those of the town as who protest out.

"Thousands took to the streets of Strelsau".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import CIVILIANS, PEOPLE, side_at_home
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHERE = ("of", "in")
PARTS_OF_TOWNS = "parts of towns"


def is_in_the_streets(found: tuple[Actor, ...], head: int, statuses: Statuses) -> bool:
    """Whether those found only say in which town the streets are."""
    doc, words = statuses.graph.doc, statuses.graph.words
    if not found or doc[head].lemma_.lower() not in words[PARTS_OF_TOWNS]:
        return False
    town = {t.idx for prep in doc[head].children if prep.lower_ in WHERE for t in prep.children}
    return all(a.span is not None and a.span.start in town for a in found)


def with_people_of_town(draft: Draft, found: tuple[Actor, ...]) -> Draft:
    """The draft by those of the town."""
    there = tuple(side_at_home(a.country, CIVILIANS, PEOPLE) for a in found if a.country)
    return replace(draft, actors=draft.actors or there)
