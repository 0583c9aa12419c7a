"""A draft with a side of no state in, that side as the one state's that its sentence names out.

"Ruritania's parliament dismissed the president", "soldiers loyal to its king fired on protesters": where one state alone
is named, who is called only by what he does is of it. Where several are, who is arrested or tried is of the state that
does it: "Ruritanian police arrested dissidents before a visit by Sylvania's king".
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import SOLDIERS_TOLD
from detente.coding.roles.belonging import is_mission
from detente.coding.roles.known import word_of
from detente.coding.sides.looking.lands_named import countries_named, country_of_places, only_state
from detente.coding.sides.whose.reacted_to import is_reacted_to
from detente.coding.sides.words.who_tells import who_tells_or_told
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of
from detente.ids import is_person
from detente.records import Actor

ARMED = frozenset({"REB", "UAF", "CRM"})
# whom a state has power over
AT_HOME = frozenset({"OPP", "PTY", "LEG", "LAB", "JUD", "JRN", "REL", "CVL", "EDU"})
RIVALS = frozenset({"OPP", "LEG"})  # whose a state's rulers speak of are its own
RULERS = frozenset({"GOV", "LEG"})
BODIES = frozenset({"LEG", "JUD"})
KEEPERS = frozenset({"COP", "JUD"})
HOLDERS = KEEPERS | {"GOV", "MIL", "SPY"}  # whoever holds people for a state
ABROAD = frozenset({"JRN", "CVL", "BUS", "AGR", "MED", "LAB"})  # who is often in another land
POWER = "of the state whose rulers or police act"
SENDING, WORDS = "MOBILIZE", frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # types
ARMY, ATTACK = "MIL", "ASSAULT"  # an army holds people abroad too
FOREIGN = "words for what is not one's own"  # the list of words
FIRMS = frozenset({"BUS", "SOC"})  # firms and bodies of helpers work in any land
HELP, RESCUE = "AID", "rescue"  # a type, a kind
MILITIAS, EXCHANGE = "PRM", "prisoner exchange"  # a sector, a kind
WHY = "the only state that the sentence names"
TOLD_WHY = "they fight the state that tells of it"
FIGHTS_THERE = "the land in which the sentence before tells of the soldiers"


def of_only_state(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where several states are named, or where a side is named otherwise."""
    draft = _swapped_by_both(draft)
    if draft.reciprocal or not (draft.actors and draft.recipients):
        return draft
    stateless = [a for a in (*draft.actors, *draft.recipients) if _stateless(a)]
    if not stateless or any(_is_foreign(a, statuses) for a in stateless):
        return draft
    if (land := _land_that_tells(draft, statuses)) is not None:
        return replace(draft, recipients=tuple(_of(r, land, why=TOLD_WHY) for r in draft.recipients))
    country = only_state(draft.head, statuses)
    if country is None or _helps_rebels(draft, statuses):
        return _of_those_who_do_it(draft, statuses)  # "Sylvania arms the rebels": no state arms its own
    foreign = any(is_reacted_to(a, draft, country, statuses) for a in stateless)
    if foreign or any(r.country == country and is_mission(r) for r in draft.recipients):
        return draft  # "crowds protest outside the Sylvanian embassy": it lies in another land
    abroad = _rulers_face_the_land(draft, country) or _holds_its_people(draft, country, statuses)
    abroad = abroad or _speaks_to_keepers(draft, country, statuses)
    if abroad or _comes_to_it(draft, country, statuses):
        return draft
    if (there := _land_of_the_fight(draft, country, statuses)) is not None:
        told = (_of(r, there, at_home=True, why=FIGHTS_THERE) for r in draft.recipients)
        return replace(draft, recipients=tuple(told))
    at_home = all(a.country == country for a in draft.actors)
    return replace(
        draft,
        actors=tuple(_of(a, country) for a in draft.actors),
        recipients=tuple(
            a if at_home and _is_army_struck(a, draft, statuses) else _of(a, country, at_home=at_home)
            for a in draft.recipients
        ),
    )


def _land_that_tells(draft: Draft, statuses: Statuses) -> str | None:
    """ "Ruritania says that Sylvania arms the rebels": those who fight the state that tells of it."""
    lands = {a.country for a in draft.actors}
    armed = all(_stateless(r) and set(r.sectors) & (ARMED | {ARMY, MILITIAS}) for r in draft.recipients)
    if type_of(draft, statuses) != HELP or draft.kind == RESCUE or not armed or None in lands:
        return None
    tellers = who_tells_or_told(draft.head, statuses)
    others = {a.country for a in tellers if a.country and set(a.sectors) & HOLDERS} - lands
    if len(others) != 1 or countries_named(draft.head, statuses) - lands - others:
        return None
    return others.pop()


def _swapped_by_both(draft: Draft) -> Draft:
    """ "Ruritania and Sylvania agreed to swap Otto Sapt for a spy": the two do it with each other."""
    if draft.kind != EXCHANGE or len({a.country for a in draft.actors}) < 2:
        return draft
    return replace(draft, recipients=tuple(r for r in draft.recipients if not _stateless(r)))


def _rulers_face_the_land(draft: Draft, country: str) -> bool:
    """ "Parliament condemned Sylvania": another land's, since its own does not deal with the land as a whole."""
    rulers = all(_stateless(a) and set(a.sectors) <= RULERS for a in draft.actors)
    return rulers and any(r.id == country for r in draft.recipients)


def _holds_its_people(draft: Draft, country: str, statuses: Statuses) -> bool:
    """ "The army arrested two Sylvanian reporters": who calls them so does not tell of them at home."""
    keepers = all(a.id is None and _stateless(a) and set(a.sectors) <= HOLDERS for a in draft.actors)
    named = (r for r in draft.recipients if r.country == country and r.inferred is None and r.id is None)
    if not keepers or not any(set(r.sectors) & ABROAD for r in named):
        return False
    place = place_of(draft, statuses)[0]
    return place is None or place.country != country


def _speaks_to_keepers(draft: Draft, country: str, statuses: Statuses) -> bool:
    """ "The arrest of two Sylvanians by the army angered Sylvania": no state is angry at its own army."""
    if type_of(draft, statuses) not in WORDS or not all(a.id == country for a in draft.actors):
        return False
    return all(_stateless(r) and set(r.sectors) <= HOLDERS for r in draft.recipients)


def _comes_to_it(draft: Draft, country: str, statuses: Statuses) -> bool:
    """ "Ninety officers will be deployed to Sylvania", "the minister leaves for Strelsau": from elsewhere."""
    goes = statuses.graph.predicates[draft.head].heads("to", "for") if draft.hosted else ()
    towns = (statuses.mentions.places.get(i) for i in goes)
    if any(town is not None and town.country == country for town in towns):
        return True
    sent = type_of(draft, statuses) == SENDING and all(_stateless(a) for a in draft.actors)
    there = (statuses.mentions.actors.get(i) for i in statuses.graph.predicates[draft.head].heads("to"))
    return sent and any(m is not None and m.actor.country == country for m in there)


def _land_of_the_fight(draft: Draft, country: str, statuses: Statuses) -> str | None:
    """ "A Sylvanian patrol came under fire near Strelsau. The soldiers shot two gunmen": another land than their own."""
    start = statuses.graph.doc[draft.head].sent.start
    if not start or not all(SOLDIERS_TOLD.is_why(a.inferred) for a in draft.actors):
        return None
    there = country_of_places(start - 1, statuses)
    return there if there != country else None


def _is_army_struck(struck: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania sank a patrol boat": none of its own; rebels strike the army of their own state."""
    strikes = type_of(draft, statuses) == ATTACK and not any(set(a.sectors) & ARMED for a in draft.actors)
    return strikes and ARMY in struck.sectors


def _helps_rebels(draft: Draft, statuses: Statuses) -> bool:
    """Not a rescue, of which those who held somebody are a side."""
    if type_of(draft, statuses) != HELP or draft.kind == RESCUE:
        return False
    rules = all(a.country and not set(a.sectors) & ARMED for a in draft.actors)
    return rules and all(set(r.sectors) & ARMED for r in draft.recipients)


def _of_those_who_do_it(draft: Draft, statuses: Statuses) -> Draft:
    kind = draft.inner or draft.kind
    states = {a.country for a in draft.actors}
    row = statuses.lexicon.domestic.get(kind)
    keepers = all(set(a.sectors) <= KEEPERS for a in draft.actors)
    reach = AT_HOME if row is not None or keepers else RIVALS
    if type_of(draft, statuses) in WORDS and all(a.id == a.country for a in draft.actors):
        reach -= BODIES  # "Sylvania regretted the court's ruling": whose court it is nobody says
    if len(states) != 1 or not all(set(r.sectors) & reach for r in draft.recipients):
        return draft
    country = states.pop()
    if country is None or any(ARMY in a.sectors for a in draft.actors):
        return draft
    if any(is_reacted_to(r, draft, country, statuses) for r in draft.recipients):
        return draft
    others = statuses.graph.words["words for what is not one's own"]  # "police held two pirates"
    if any(word.lower() in others for r in draft.recipients for word in r.name.split()):
        return draft
    why = row.why if row is not None else POWER
    return replace(draft, recipients=tuple(_of(r, country, why=why) for r in draft.recipients))


def _stateless(actor: Actor) -> bool:
    named = actor.id is not None and not is_person(actor.id)
    return not (actor.country or named or actor.based) and bool(set(actor.sectors) - FIRMS)


def _is_foreign(actor: Actor, statuses: Statuses) -> bool:
    """ "Sylvania's premier urged foreign troops to take care": of any state but that one."""
    said = word_of(actor, statuses.graph.doc)
    return said is not None and any(c.lower_ in statuses.graph.words[FOREIGN] for c in said.lefts)


def _of(actor: Actor, country: str, *, at_home: bool = False, why: str = WHY) -> Actor:
    """at_home: those whom a state fights in its own land are its own people."""
    if not _stateless(actor):
        return actor
    if set(actor.sectors) & ARMED and not at_home:
        return replace(actor, based=country, inferred=why)
    return replace(actor, country=country, inferred=why)
