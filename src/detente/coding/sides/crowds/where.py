"""What the place of a protest tells of its sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.belonging import is_mission
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.matter import Matter
from detente.coding.sides.whose.domestic import AT_HOME, CIVILIANS, PEOPLE, side_at_home
from detente.coding.standing.status import Statuses
from detente.records import Actor

PROTEST = "PROTEST"  # a type
WHERE = (
    "outside", "in front of", "outside of", "at", "near", "before", "opposite", "around", "from", "past", "on", "to",
    "towards", "toward",
)  # fmt: skip
THERE = "the other side of what the text is about, or whose affairs it is about"
UNKNOWN = "no state is named for it"
IN_TOWN = ("of", "in")
PARTS_OF_TOWNS = "parts of towns"


def at_mission(draft: Draft, statuses: Statuses) -> Draft:
    """A protest outside an embassy in, aimed at those whose it is and by nobody of theirs who is not said to be, out.

    "Crowds gather outside the Sylvanian embassy": an embassy lies in another state, so the only state named is not theirs.
    The draft with that side set right; a crowd that is said to be of that state ("exiles") stays of it.
    """
    missions = _missions(draft, statuses)
    if not missions:
        return draft
    told = any(r.inferred != AT_HOME for r in draft.recipients)
    crowd = _not_theirs(draft.actors, missions)
    return replace(draft, actors=crowd, recipients=draft.recipients if told else missions)


def _missions(draft: Draft, statuses: Statuses) -> tuple[Actor, ...]:
    heads = statuses.graph.predicates[draft.head].heads(*WHERE)
    named = (statuses.mentions.actors[h].actor for h in heads if h in statuses.mentions.actors)
    return tuple(a for a in named if is_mission(a))


def _not_theirs(crowd: Sequence[Actor], missions: Sequence[Actor]) -> tuple[Actor, ...]:
    theirs = {a.country for a in missions}
    return tuple(_of_nobody(a) if a.country in theirs and a.inferred else a for a in crowd)


def with_crowd_of_land(draft: Draft, matter: Matter, statuses: Statuses) -> Draft:
    """ "On Thursday a crowd gathered outside the Sylvanian embassy", in a text on Sylvania and Ruritania: Ruritanians."""
    if type_of(draft, statuses) != PROTEST:
        return draft
    missions = _missions(draft, statuses)
    if not missions:
        return draft
    draft = replace(draft, actors=_not_theirs(draft.actors, missions))
    theirs = {r.country for r in draft.recipients}
    sure = all(r.inferred is None or (r.span is not None and not is_mission(r)) for r in draft.recipients)
    if len(theirs) != 1 or None in theirs or not sure or _known(draft.actors):
        return draft
    named = countries_named(draft.head, statuses) - theirs
    lands = named or ({matter.home} if matter.home else matter.over_against(theirs)) - theirs
    if len(lands) != 1:
        return draft
    (land,) = lands
    return replace(draft, actors=(side_at_home(str(land), CIVILIANS, THERE),))


def _known(actors: Sequence[Actor]) -> bool:
    return any(a.country or a.id or a.based for a in actors)


def _of_nobody(actor: Actor) -> Actor:
    return replace(actor, country=None, inferred=UNKNOWN)


def is_in_the_streets(found: tuple[Actor, ...], head: int, statuses: Statuses) -> bool:
    """People who take to the streets of a town in, those of the town as who protest out.

    "Thousands took to the streets of Strelsau".
    Whether those found only say in which town the streets are.
    """
    doc, words = statuses.graph.doc, statuses.graph.words
    if not found or doc[head].lemma_.lower() not in words[PARTS_OF_TOWNS]:
        return False
    town = {t.idx for prep in doc[head].children if prep.lower_ in IN_TOWN for t in prep.children}
    return all(a.span is not None and a.span.start in town for a in found)


def with_people_of_town(draft: Draft, found: tuple[Actor, ...]) -> Draft:
    """The draft by those of the town."""
    there = tuple(side_at_home(a.country, CIVILIANS, PEOPLE) for a in found if a.country)
    return replace(draft, actors=draft.actors or there)
