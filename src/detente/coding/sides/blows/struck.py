"""Violence whose victims are of no state that is known in, the people of the place that was struck as victims out.

"Ruritanian jets destroy four tanks outside Klausenburg", "Sylvania's rebels fire rockets at a market": said to be inferred.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import any_meets
from detente.coding.roles.belonging import only_lends
from detente.coding.roles.known import any_known, phrase_of
from detente.coding.roles.roles import SETTING_OFF
from detente.coding.sides.blows.soldiers import with_foreign_victims, with_soldiers_hit
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.looking.ways_and_borders import is_way
from detente.coding.sides.whose.domestic import PEOPLE, side_at_home
from detente.coding.sides.whose.own_land import takes_land
from detente.coding.standing.status import Statuses
from detente.coding.where import place_affected, place_beside, place_of
from detente.ids import is_group, is_person
from detente.reading.tokens import Token
from detente.records import Actor, Place

SHUT_IN, INROAD = "shut in", "incursion"  # a group of kinds, a kind
PARTICIPLE = "participle"
TAKING = "capture of territory"
ARMY = "MIL"
SHOT_DOWN = "shoot-down"
VIOLENCE = "ASSAULT"
SHIPS = ("vessel", "seafarer")  # classes of nouns
DRIVES = "drives"  # a group of kinds
ARMED = frozenset({"REB", "PRM", "CRM", "UAF"})
NAMED = "the only armed group that the sentence names"
PEOPLE_ONLY = frozenset({"CVL", "REL", "REF"})  # sectors
FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})  # modes
TO_OTHERS = "never at oneself"  # a group of kinds
OF_THE_GROUP = "no other state is named than that in which the group fights"


def with_who_is_struck(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the state of the place, or of the group that strikes, as that of whoever is hit."""
    kind = statuses.lexicon.kinds[draft.kind]
    if draft.reciprocal or not draft.actors:
        return draft
    inroad = draft.kind == INROAD and not any(a.country for a in draft.actors)
    if kind.type != VIOLENCE and draft.kind not in statuses.lexicon.groups[SHUT_IN] and not inroad:
        return draft
    if any_known(draft.recipients):
        draft = _with_land_of_people(draft, statuses)
        violent = kind.type == VIOLENCE
        return with_foreign_victims(with_soldiers_hit(draft, statuses), statuses) if violent else draft
    found = _there(draft, statuses) or _of_group(draft, statuses) or _only_place(draft, statuses)
    if found is None:
        return draft
    country, why = found
    if country in {a.country for a in draft.actors} and (
        draft.kind == SHOT_DOWN or _takes_back(draft, statuses)
    ):
        return draft  # "shot down nine drones near Klausenburg": over one's own land they are another's
    if not draft.recipients:
        return replace(draft, recipients=(side_at_home(country, "CVL", why),))
    known = (replace(r, country=country, inferred=why) for r in draft.recipients)
    return replace(draft, recipients=tuple(known))


def _takes_back(draft: Draft, statuses: Statuses) -> bool:
    """ "The army retook the town": from whoever held it, and not from its own people."""
    own = all(ARMY in a.sectors or a.id == a.country for a in draft.actors)
    return draft.kind == TAKING and own and takes_land(draft, statuses)


def _with_land_of_people(draft: Draft, statuses: Statuses) -> Draft:
    """ "Hit camps of the Zendans in Sylvania": a people that is no armed group, and whoever rules there."""
    own = {a.country for a in draft.actors}
    peoples = all(r.country is None and r.id and _is_people(r, statuses) for r in draft.recipients)
    found = _there(draft, statuses) if peoples and None not in own else None
    if found is None or found[0] in own:
        return draft
    return replace(draft, recipients=(*draft.recipients, side_at_home(found[0], "CVL", found[1])))


def _is_people(side: Actor, statuses: Statuses) -> bool:
    """ "Zendans", "Zendan separatist hideouts": those who fight are of a people, and not a group with a name."""
    if set(side.sectors) <= PEOPLE_ONLY:
        return True
    named = statuses.mentions.modifiers
    whose = [named[t.i].actor for t in phrase_of(side, statuses.graph.doc) or () if t.i in named]
    return any(a.id == side.id and a.sectors and set(a.sectors) <= PEOPLE_ONLY for a in whose)


def with_foreign_hands(draft: Draft, statuses: Statuses) -> Draft:
    """ "A Ruritanian bomb attack in Klausenburg": of a state in which it did not take place, so by that state."""
    noun = statuses.graph.predicates[draft.head]
    unknown = all(a.span is None and a.country is None and a.id is None for a in draft.actors)
    if type_of(draft, statuses) != VIOLENCE or draft.reciprocal or not unknown or noun.pos != "noun":
        return draft
    named = [
        statuses.mentions.modifiers[h].actor for h in noun.heads("adj") if h in statuses.mentions.modifiers
    ]
    struck = {r.country for r in draft.recipients}
    foreign = tuple(a for a in named if a.country and a.country == a.id and a.country not in struck)
    return replace(draft, actors=foreign) if foreign and None not in struck and struck else draft


def only_others(draft: Draft, statuses: Statuses) -> Draft:
    """ "Ruritania's army raids a camp in the Ruritanian-held north of Sylvania": it does not strike itself besides."""
    own = {
        a.country for a in draft.actors if a.id or not a.inferred
    }  # "gunmen" may well kill those at home there
    others = tuple(r for r in draft.recipients if r.country not in own)
    one_sided = type_of(draft, statuses) == VIOLENCE and not draft.reciprocal and len(own) == 1
    return replace(draft, recipients=others) if others and one_sided and None not in own else draft


def not_its_own(draft: Draft, statuses: Statuses) -> Draft:
    """ "A Ruritanian drone kills two civilians", "two die in a Ruritanian strike": those of whom nothing is said are not
    taken to be the attacker's own."""
    kind = statuses.lexicon.kinds[draft.kind]
    if draft.kind in statuses.lexicon.groups[TO_OTHERS]:
        return _off_itself(draft)
    if kind.type != VIOLENCE or draft.reciprocal:
        return draft
    if kind.mode not in FROM_AFAR and not _is_of_a_state(draft, statuses):
        return draft
    states = {a.country for a in draft.actors if a.id == a.country and a.span is not None}
    guessed = any(
        r.inferred and r.country in states and ARMED.isdisjoint(r.sectors) for r in draft.recipients
    )
    if not guessed or any(r.inferred is None for r in draft.recipients):
        return draft
    return replace(draft, recipients=())


def _off_itself(draft: Draft) -> Draft:
    """ "Sylvania recognised the new government", "a Sylvanian jet entered the country": not its own."""
    own = {a.country for a in draft.actors}
    if any(is_person(a.id) or ARMED & set(a.sectors) for a in draft.actors):
        return draft  # "rebels close in on Strelsau", "the warlord sent fighters into the capital"
    inferred = all(r.country in own and r.inferred for r in draft.recipients)
    return replace(draft, recipients=()) if inferred and len(own) == 1 and None not in own else draft


def _is_of_a_state(draft: Draft, statuses: Statuses) -> bool:
    """ "A Ruritanian strike", but not "a Ruritanian police raid"."""
    noun = statuses.graph.predicates[draft.head]
    mentions = statuses.mentions
    told = (mentions.actors.get(h) or mentions.modifiers.get(h) for h in noun.heads("mod"))
    named = [m.actor for m in told if m is not None]
    return noun.pos == "noun" and bool(named) and all(a.id == a.country for a in named)


def with_rebels_named(draft: Draft, statuses: Statuses) -> Draft:
    """ "The army begins an operation in Zenda, a stronghold of the league": against the league, not its own people."""
    own = {a.country for a in draft.actors}
    nobody = all(r.country in own and (r.id == r.country or r.span is None) for r in draft.recipients)
    if (
        draft.kind not in statuses.lexicon.groups[DRIVES]
        or draft.reciprocal
        or None in own
        or len(own) != 1
        or not nobody
    ):
        return draft
    named = {
        m.actor.id: m.actor
        for _, m in statuses.named.mentions(statuses.graph.doc[draft.head].sent.start)
        if is_group(m.actor.id) and set(m.actor.sectors) <= ARMED
    }
    if len(named) != 1:
        return draft
    return replace(draft, recipients=(replace(*named.values(), inferred=NAMED),))


def _there(draft: Draft, statuses: Statuses) -> tuple[str, str] | None:
    place, _ = place_of(draft, statuses)
    place = place or place_beside(draft.head, statuses.graph, statuses.mentions)
    place = place or place_affected(draft.head, statuses.graph, statuses.mentions)
    place = place or _of_clause_before(draft, statuses)
    whose = place is not None and place.span in [a.span for a in draft.actors]  # "killed in a U.S. strike"
    return (place.country, PEOPLE) if place is not None and place.country and not whose else None


def _of_clause_before(draft: Draft, statuses: Statuses) -> Place | None:
    """ "Jets struck villages in Sylvania, killing nine": those who were there."""
    graph = statuses.graph
    token = graph.doc[draft.head]
    over = graph.above(draft.head, PARTICIPLE)
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.head.i in graph.predicates:
        over.append(token.head.i)  # "burst into a hall in Klausenburg and kill nine"
    return next((p for head in over if (p := place_beside(head, graph, statuses.mentions)) is not None), None)


def _only_place(draft: Draft, statuses: Statuses) -> tuple[str, str] | None:
    """ "Doctors in Zenda say that a Ruritanian bomb hit a home": there, if the sentence names no other place."""
    doc, own = statuses.graph.doc, {a.country for a in draft.actors}
    there = statuses.named.places.get(doc[draft.head].sent.start, ())
    found = {
        p.country
        for i, p in there
        if p.country
        and not only_lends(doc[i], statuses.graph.words)
        and not _only_sets_off(doc[i])
        and not is_way(doc[i], statuses.graph.words)
        and not _tells(doc[i], doc[draft.head])
    } - own
    others = countries_named(draft.head, statuses) - own
    return (found.pop(), PEOPLE) if len(found) == 1 and others == found and None not in own else None


def _tells(name: Token, deed: Token) -> bool:
    """ "Graustark found that Ruritanian soldiers beat a student": who tells of it."""
    told = deed.pos_ == "VERB" and any(t.dep_ == "ccomp" for t in (deed, *deed.ancestors))
    return told and name.dep_ == "nsubj" and name.head.i != deed.i and name.head.is_ancestor(deed)


def _only_sets_off(name: Token) -> bool:
    """ "Launched an operation after pressure from Sylvania": why or when, and not where."""
    return any(a.lower_ in SETTING_OFF for a in name.ancestors if a.dep_ == "prep")


def _of_group(draft: Draft, statuses: Statuses) -> tuple[str, str] | None:
    """The one state in which those who strike fight, if they are no state's and no other is named."""
    based = {a.based for a in draft.actors if a.based and not a.country}
    others = countries_named(draft.head, statuses)
    if len(based) != 1 or others - based or hits_ship(draft, statuses):
        return None
    return (based.pop() or "", OF_THE_GROUP)


def hits_ship(draft: Draft, statuses: Statuses) -> bool:
    """ "The rebels attacked the ship Sea Rose": she may be of any state."""
    graph = statuses.graph
    hit = graph.predicates[draft.head].heads("object", "on", "against", "at")
    return any_meets(SHIPS, hit, graph.doc, statuses.mentions, statuses.lexicon)
