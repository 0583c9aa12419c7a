"""A titled person without a state and an envoy in, whose the one is by what he does to the other out.

"STRELSAU - Deputy Minister X summoned Sylvania's ambassador": an envoy is received by the land where he is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from detente.coding.actors.names.persons import Named, Naming
from detente.coding.actors.page import Page, Title
from detente.coding.actors.pointing.binding import OBJECTS
from detente.coding.actors.pointing.clauses_around import SUBJECTS
from detente.coding.actors.pointing.lands import state_actor
from detente.coding.actors.side import Side
from detente.coding.actors.titles.setting import sent_from
from detente.coding.actors.titles.sides import sides_of
from detente.knowledge.actor_names import slug
from detente.reading.tokens import Token

REACH = 12  # tokens that a title may stand before the sentence of whoever has it
PARTICLES = ("prep", "prt")


def _start(title: Title) -> int:
    return title.start


def of_host(naming: Naming, named: Named) -> Side | None:
    """ "STRELSAU - Deputy Minister X summoned Ambassador Y": of the land that the text is sent from, where that is not Y's."""
    page = naming.page
    lands = set(_lands_of_envoys(naming, named))
    land = sent_from(page) if lands else None
    if land is None or land in lands:
        return None
    name = state_actor(page, land).name
    return Side(name=name, country=land, start=0, end=0, inferred=f"receives an envoy in {name}")


def _lands_of_envoys(naming: Naming, named: Named) -> Iterator[str | None]:
    """Whose the envoys are, named or not, to whom somebody does something."""
    page, accredited = naming.page, naming.page.words["accredited"]
    if page.doc[named.end - 1].dep_ not in SUBJECTS:
        return
    sentence = page.doc[named.end - 1].sent
    persons = {title.start: other for other in naming.found for title in other.titles}
    first, last = (bisect_left(page.titles, i, key=_start) for i in (sentence.start - REACH, sentence.end))
    for title in page.titles[first:last]:
        other = persons.get(title.start)
        reached = page.doc[title.head if other is None else other.end - 1]
        if not any(r.role in accredited for r in title.roles) or not acts_upon(page, named, reached):
            continue
        if other is not None:
            yield naming.registry.people[slug(other.person.name)].country
        else:
            sides = sides_of(page, title.start, title.end, title.head, naming.owners)
            yield from (side.country for side in sides if not side.weak)


def acts_upon(page: Page, one: Named, reached: Token) -> bool:
    """ "President X recognised the opposition leader Y": the two are set over against each other.

    Whom he sends or appoints is of his own state.
    """
    acting = page.doc[one.end - 1]
    verb = reached.head if reached.dep_ in OBJECTS else _verb_before_particle(reached)
    if verb is None or verb.lemma_ in page.words["sends"]:
        return False
    return acting.dep_ in SUBJECTS and acting.head.i == verb.i


def _verb_before_particle(noun: Token) -> Token | None:
    """ "Called in Ambassador Y", where the parser takes the particle for a preposition."""
    particle = noun.head
    beside = noun.dep_ == "pobj" and particle.dep_ in PARTICLES and particle.i == particle.head.i + 1
    return particle.head if beside else None


def shares(title: Title, roles: set[str]) -> bool:
    """Whether it may be one of these roles."""
    return any(role.id in roles for role in title.roles)
