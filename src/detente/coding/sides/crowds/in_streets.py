"""People who take to the streets of a town in, those of the town as who protest and whom it is against out.

"Thousands took to the streets of Strelsau to protest against Sylvania".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at
from detente.coding.sides.whose.domestic import CIVILIANS, PEOPLE, side_at_home
from detente.coding.standing.status import Statuses
from detente.records import Actor

WHERE, AIMS, CLAUSES = ("of", "in"), ("against", "object", "at", "over"), ("clause", "purpose", "participle")
PARTS_OF_TOWNS = "parts of towns"
WHY = "whom they protest against"


def is_in_the_streets(found: tuple[Actor, ...], head: int, statuses: Statuses) -> bool:
    """Whether those found only say in which town the streets are."""
    doc, words = statuses.graph.doc, statuses.graph.words
    if not found or doc[head].lemma_.lower() not in words[PARTS_OF_TOWNS]:
        return False
    town = {t.idx for prep in doc[head].children if prep.lower_ in WHERE for t in prep.children}
    return all(a.span is not None and a.span.start in town for a in found)


def with_aim_of_march(draft: Draft, found: tuple[Actor, ...], head: int, statuses: Statuses) -> Draft:
    """The draft by those of the town, against whom the clause below it or the words beside the streets name."""
    predicates = statuses.graph.predicates
    there = tuple(side_at_home(a.country, CIVILIANS, PEOPLE) for a in found if a.country)
    draft = replace(draft, actors=draft.actors or there)
    beside = (t.i for t in statuses.graph.doc[head].subtree if t.pos_ in ("NOUN", "PROPN"))
    for told in (*predicates[draft.head].heads(*CLAUSES), *beside):
        clause = predicates.get(told)
        aims = actors_at(AIMS, clause, statuses.graph, statuses.mentions) if clause is not None else ()
        if aims:
            why = (replace(a, inferred=a.inferred or WHY) for a in aims)
            return replace(draft, recipients=tuple(why))
    return draft
