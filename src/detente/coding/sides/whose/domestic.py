"""A draft that leaves a side out in, the side filled where its kind is one that states and peoples do at home out.

Each such side says that it is inferred, and from what; kinds that are not in `domestic.csv` get nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.roles.belonging import is_mission
from detente.coding.roles.known import word_of
from detente.coding.roles.roles import sides
from detente.coding.roles.towns import is_city
from detente.coding.sides.looking.lands_named import (
    countries_named,
    country_before_clause,
    country_of_places,
    lands_listed,
    only_state,
    only_state_before,
    only_state_but_answers,
    written_far_off,
)
from detente.coding.sides.whose.of_its_place import (
    by_crowd_there,
    by_locals,
    frees_others,
    is_anybody,
    is_bloody,
    is_guest,
    is_no_home_matter,
    is_of_its_place,
    is_of_others,
    victims_around,
    who_it_is,
)
from detente.coding.sides.whose.own_courts import before_own_courts, seen_at_home
from detente.coding.standing.named_again import named_before
from detente.coding.standing.status import Statuses
from detente.coding.where import BORDER_CROSSING, place_around, place_beside, place_of
from detente.knowledge.frames import DomesticKind
from detente.records import Actor, Place, Span

AT_HOME, ONLY_STATE = "no other side is named; this is done at home", "the only state that the sentence names"
PEOPLE = "the people of the state in which it took place"
THERE = "the authorities of the state in which it took place"
ORDINARY = "plain violence"  # a group of kinds: crimes too
BETWEEN_FOES = frozenset({"AGREE", "CONCEDE", "RETREAT"})
ARMY, RULERS, CIVILIANS = "MIL", "GOV", "CVL"
SEATED = frozenset({RULERS, "LEG"})
YIELDED_TO, AT_SEA = ("apology",), "off"  # the first kinds


def at_home(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with its missing sides inferred, if its kind is domestic."""
    kinds = statuses.lexicon.domestic
    row = kinds.get(draft.inner or draft.kind) or kinds.get(draft.kind)
    if row is None or draft.reciprocal:
        return _by_the_people(draft, statuses)
    if _state_is_charged(draft):
        return draft
    if row.acts == RULERS and not draft.actors and not draft.recipients:
        draft = replace(draft, recipients=who_it_is(draft, statuses))
    if not draft.actors and not draft.recipients and is_of_its_place(draft, row, statuses):
        draft = _somewhere(draft, row.acts, statuses)
    if draft.actors and draft.recipients and by_crowd_there(draft, statuses):
        return replace(draft, actors=_same_state(draft.recipients, row.acts))
    if draft.actors and not draft.recipients and not _is_foreign(draft, row, statuses):
        there = _of_army_abroad(draft, row.aimed_at, statuses)
        return replace(draft, recipients=there or _same_state(draft.actors, row.aimed_at))
    if draft.recipients and not draft.actors:
        if not (
            row.acts in SEATED and row.aimed_at == RULERS
        ):  # "dismissed after a trip to Zenda": by their own state
            draft = _where_told_before(_by_who_rules_there(draft, row.acts, statuses), row.acts, statuses)
        if draft.actors or (row.acts == CIVILIANS and _is_at_sign(draft, statuses)):
            return draft  # "hundreds protest outside the Sylvanian embassy": nobody says where
        if (
            _others_named(draft, statuses)
            and not _in_own_land(draft, statuses)
            and not _is_there(draft, statuses)
            and not seen_at_home(draft, statuses)
            and not before_own_courts(draft, statuses.lexicon)
        ):
            return draft
        return replace(draft, actors=_same_state(draft.recipients, row.acts))
    return draft


def at_home_at_last(draft: Draft, statuses: Statuses, kinds: Mapping[str, DomesticKind]) -> Draft:
    """The draft with the missing side at home, if its kind may be and its sentence names no other state."""
    row = kinds.get(draft.inner or draft.kind) or kinds.get(draft.kind)
    known = draft.actors or draft.recipients
    if row is None or draft.reciprocal or (draft.actors and draft.recipients) or _state_is_charged(draft):
        return draft
    if draft.inner in YIELDED_TO:  # "will not apologise": to those who ask for it, and not at home
        return draft
    if draft.recipients and statuses.graph.predicates[draft.head].passive:
        there = _by_who_rules_there(draft, row.acts, statuses)
        if there.actors and not _within_a_clause(there.actors[0], draft, statuses):
            return there
    named = countries_named(draft.head, statuses, next_too=bool(draft.actors))
    if named != {a.country for a in known}:
        return draft
    if draft.actors:
        own = () if _is_foreign(draft, row, statuses) else _same_state(known, row.aimed_at)
        return replace(draft, recipients=own)
    return replace(draft, actors=_same_state(known, row.acts))


def _is_at_sign(draft: Draft, statuses: Statuses) -> bool:
    """Whether it is done at a mission, or to the flag of a land where it is not said to be done."""
    if any(is_mission(r) for r in draft.recipients):
        return True
    doc, words = statuses.graph.doc, statuses.graph.words["houses and signs of a state"]
    done_to = statuses.graph.predicates[draft.head].heads("object", "to")
    sign = any(doc[h].lemma_.lower() in words for h in done_to)
    return sign and not _in_own_land(draft, statuses)


def _state_is_charged(draft: Draft) -> bool:
    """ "Ruritania is accused of jailing tourists": not by itself, whoever is jailed at home."""
    charged = draft.recipients if draft.made and not draft.actors else ()
    return bool(charged) and all(r.id and r.id == r.country for r in charged)


def _is_foreign(draft: Draft, row: DomesticKind, statuses: Statuses) -> bool:
    """ "Seized a foreign tanker", "held two foreigners": whose it is nobody says, but not the state's own."""
    if row.aimed_at != CIVILIANS:
        return frees_others(draft, statuses)
    doc, words = statuses.graph.doc, statuses.graph.words["words for what is not one's own"]
    for head in statuses.graph.predicates[draft.head].heads("object"):
        for token in doc.span(doc[head].left_edge.i, head + 1):
            joined = token.i < head and doc[token.i + 1].text == "-"  # "foreign-funded groups"
            if not joined and (token.lower_ in words or token.lemma_.lower() in words):
                return True
    return is_no_home_matter(draft, statuses)


def _by_who_rules_there(draft: Draft, sector: str, statuses: Statuses) -> Draft:
    """ "Sylvanian singers are turned away at Strelsau airport": by the state in which that is, if it is not theirs."""
    place, _ = place_of(draft, statuses)
    place = place or place_around(draft.head, statuses.graph, statuses.mentions)
    at_sea = statuses.graph.predicates[draft.head].has(AT_SEA)  # where it does not rule
    if place is None or not place.country or place.country in {r.country for r in draft.recipients} or at_sea:
        return draft
    return replace(draft, actors=_sides_there(place, sector, THERE, statuses))


def _of_army_abroad(draft: Draft, sector: str, statuses: Statuses) -> tuple[Actor, ...]:
    """ "Ruritanian troops detained nine people in a raid on a village in Sylvania": those who live there."""
    if not all(ARMY in a.sectors and a.country for a in draft.actors):
        return ()
    place, _ = place_of(draft, statuses)
    place = place or place_around(draft.head, statuses.graph, statuses.mentions)
    country = place.country if place is not None else None
    if place is None or country is None or country in {a.country for a in draft.actors}:
        return ()
    return (_side(place.text, country, sector, place.span, PEOPLE),)


def _within_a_clause(side: Actor, draft: Draft, statuses: Statuses) -> bool:
    """ "Charged with helping a firm in Strelsau": where what he did was done; not "barred from entering Strelsau"."""
    name, crossing = word_of(side, statuses.graph.doc), statuses.graph.words[BORDER_CROSSING]
    above = takewhile(lambda t: t.i != draft.head, name.ancestors if name is not None else ())
    return any(t.pos_ == "VERB" and t.lemma_ not in crossing for t in above)


def _in_own_land(draft: Draft, statuses: Statuses) -> bool:
    """ "Taken into custody at Klausenburg airport and put on a plane to Ruritania": by his own state."""
    place, _ = place_of(draft, statuses)
    told = place is not None and place.inferred is None
    return place is not None and told and {r.country for r in draft.recipients} == {place.country}


def _others_named(draft: Draft, statuses: Statuses) -> bool:
    """Whether the sentence names another state than the recipients': who arrests a foreigner is not his own state."""
    own = {r.country or r.based for r in draft.recipients}
    return bool(countries_named(draft.head, statuses, aside=False, next_too=False) - own)


def _is_there(draft: Draft, statuses: Statuses) -> bool:
    """ "Drivers paralysed Klausenburg": those who protest in a town are of it, whoever else is named."""
    if type_of(draft, statuses) != "PROTEST":
        return False
    hit = statuses.graph.predicates[draft.head].heads("object", "in")
    return any(is_city(h, statuses.mentions) for h in hit) or by_locals(draft, statuses)


def _by_the_people(draft: Draft, statuses: Statuses) -> Draft:
    """What needs no named side and has none is done by the people of its place, and violence to them."""
    kind = statuses.lexicon.kinds[draft.kind]
    if kind.type == "ASSAULT" and not draft.reciprocal:
        return _by_unknown(draft, statuses)
    foes = draft.reciprocal and kind.type in BETWEEN_FOES
    place = place_of(draft, statuses)[0] if foes else None
    if foes and (place is None or is_of_others(place, draft, statuses)):
        return draft  # "hopes that a truce will hold": between whom nobody says
    return _somewhere(draft, "CVL", statuses) if not draft.actors and not draft.needs else draft


def _by_unknown(draft: Draft, statuses: Statuses) -> Draft:
    """Violence by nobody who is known hits the people of the place where it happens, if nobody else is named."""
    lacks = not draft.actors and ("actor" in draft.needs or draft.kind in statuses.lexicon.groups[ORDINARY])
    known = any(a.id or (a.country and not is_anybody(a)) for a in draft.actors)
    if known or draft.status == "hypothetical":
        return draft
    victims = tuple(a for a in victims_around(draft, statuses) if a.country or a.based or a.id)
    if victims and not sides(victims, draft.recipients):
        return replace(draft, recipients=(*victims, *draft.recipients))
    if lacks or draft.recipients:
        return draft
    place, _ = place_of(draft, statuses)
    place = place or place_beside(draft.head, statuses.graph, statuses.mentions)
    place = place or place_around(draft.head, statuses.graph, statuses.mentions)
    country = place.country if place is not None else None
    if country is None and (not draft.needs or draft.actors or is_bloody(draft, statuses)):
        country = only_state(draft.head, statuses)
    if country is None or (draft.actors and countries_named(draft.head, statuses) - {country}):
        return draft
    text, span = (place.text, place.span) if place is not None else (country, None)
    hurt = _side(text, country, "CVL", span, PEOPLE)
    return replace(draft, recipients=(hurt,), actors=draft.actors or (unknown_hands(country, text),))


def unknown_hands(country: str, place: str) -> Actor:
    """Whoever it was that struck there."""
    return Actor(
        name="unknown attackers", country=None, based=country, sectors=("UAF",), span=None,
        inferred=f"nobody is named; it took place in {place}",
    )  # fmt: skip


def _somewhere(draft: Draft, sector: str, statuses: Statuses) -> Draft:
    """The side of the state in whose territory it took place, or of the only state that the sentence names."""
    place, _ = place_of(draft, statuses)
    place = place or place_around(draft.head, statuses.graph, statuses.mentions)
    if place is not None and place.country is not None:
        return replace(draft, actors=_sides_there(place, sector, PEOPLE, statuses))
    by_law = sector == RULERS
    country = (only_state_but_answers if by_law else only_state)(draft.head, statuses)
    if country is None and by_law:
        country = only_state_before(draft.head, statuses)
    told = named_before(statuses.graph, statuses.lexicon, statuses.graph.predicates[draft.head])
    if country is None or (told is not None and only_state(told, statuses) not in (country, None)):
        return draft  # "the riots began after a rumour about Sylvanians": those of which the text has told
    return replace(draft, actors=(_side(country, country, sector, None, ONLY_STATE),))


def _sides_there(place: Place, sector: str, why: str, statuses: Statuses) -> tuple[Actor, ...]:
    """Of the state in which it is; people of all the lands that are listed with it."""
    lands = lands_listed(place, statuses) if sector == CIVILIANS else {place.country or "": place.text}
    spans = {place.country: place.span}
    return tuple(_side(name, land, sector, spans.get(land), why) for land, name in lands.items())


def _where_told_before(draft: Draft, sector: str, statuses: Statuses) -> Draft:
    """ "A mayor is shot in Strelsau. Six Sylvanians are arrested", "The gunmen are arrested": there."""
    start = statuses.graph.doc[draft.head].sent.start
    own = {r.country for r in draft.recipients if r.country}
    if draft.actors or not all(is_guest(r) for r in draft.recipients):
        return draft
    here = country_before_clause(draft.head, statuses) if sector == RULERS and own else None
    if here is not None and here not in own:
        return replace(draft, actors=(_side(here, here, sector, None, THERE),))
    if not start:
        return draft
    if countries_named(draft.head, statuses) - own or not (own or sector == RULERS):
        return draft
    country = country_of_places(start - 1, statuses) or only_state(start - 1, statuses)
    if country is None or country in own or written_far_off(start - 1, statuses):
        return draft
    return replace(draft, actors=(_side(country, country, sector, None, THERE),))


def _same_state(actors: tuple[Actor, ...], sector: str) -> tuple[Actor, ...]:
    countries = dict.fromkeys(a.country or a.based or "" for a in actors if a.country or a.based)
    if len(countries) != 1 and not all(a.inferred == PEOPLE for a in actors):
        return ()
    return tuple(_side(country, country, sector, None, AT_HOME) for country in countries)


def is_told_of(actor: Actor) -> bool:
    """Somebody of whom the text tells, and not only the people of the state in which something is."""
    return bool(actor.country or actor.id or actor.based) and actor.inferred != PEOPLE


def side_at_home(country: str, sector: str, why: str) -> Actor:
    """The government or the people of a state, inferred."""
    return _side(country, country, sector, None, why)


def _side(name: str, country: str, sector: str, span: Span | None, why: str) -> Actor:
    who = "government" if sector == "GOV" else "people"
    return Actor(name=f"{who} ({name})", country=country, sectors=(sector,), span=span, inferred=why)
