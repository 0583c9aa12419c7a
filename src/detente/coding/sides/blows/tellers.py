"""Who struck or was hit, as it is that side that tells of it."""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import sides
from detente.coding.sides.blows.same_hands import FROM_AFAR
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import PEOPLE, side_at_home
from detente.coding.sides.words.who_tells import who_tells_or_told
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of

ARMED = frozenset({"REB", "UAF"})
ARMY, KILLING, CLASH = "MIL", "killing", "clash"  # a sector, kinds
STATE = frozenset({ARMY, "GOV", "COP", "SPY"})
OWN_STRIKE = "tells of the strike, which hit an armed group"
GIVING_UP, TAKEN_WHY = frozenset({"surrender", "disarmament"}), "tells of those who gave themselves up"
OFFENSIVE, OWN_WHY = "offensive", "tells of an operation to take back what it had lost"
TAKING_BACK = "verbs of retaking"  # the list of words
OFFICIAL, CIVIL = frozenset({"GOV", "MIL", "COP", "SPY"}), "CVL"
OUTCOMES = "outcome"
BUILDINGS, THE = frozenset({"public-building", "infrastructure"}), ("the", "its", "our")  # classes
CRAFT, FIRST = (
    frozenset({"aircraft", "vessel", "warplane", "warship"}),
    "words for first",
)  # classes, a list of words
STRUCK_AT_HOME = "people of the state that tells what another did"


def with_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """A strike by nobody who is named on an armed group in, the army that tells of it as who struck out.

    "The Sylvanian army says that an air raid killed two commanders of the league", "Sylvania's interior ministry says that
    nine rebels were killed": they tell of what they have done. So they do in "says that an operation to retake Zenda
    began"; and of "says that ninety rebels laid down their arms" it was to them.
    The draft with the army that says that it was so as its actor.
    """
    if draft.kind == OFFENSIVE and not draft.actors:
        return _with_who_takes_back(draft, statuses)
    if draft.kind in GIVING_UP and not draft.recipients:
        return _with_who_takes_them(draft, statuses)
    killing = draft.kind == KILLING
    unknown = all(a.span is None and not (a.country or a.id) for a in draft.actors)
    stopped = (
        draft.kind == CLASH and not draft.reciprocal
    )  # "says that two Sylvanian raiding parties were stopped"
    fits = (killing or stopped or draft.kind in statuses.lexicon.groups[FROM_AFAR]) and unknown
    if not fits or not draft.recipients:
        return draft
    if not stopped and any(ARMED.isdisjoint(r.sectors) for r in draft.recipients):
        return draft
    tellers = STATE if killing or stopped else frozenset({ARMY})
    armies = tuple(
        a for a in who_tells_or_told(draft.head, statuses) if tellers & set(a.sectors) and a.country
    )
    if not armies or sides(armies, draft.recipients):
        return draft
    return replace(draft, actors=only_because(armies, OWN_STRIKE))


def _with_who_takes_back(draft: Draft, statuses: Statuses) -> Draft:
    """ "Says that an operation to retake Zenda has begun": who had lost it sets out for it."""
    graph, words = statuses.graph, statuses.graph.words[TAKING_BACK]
    aims = [graph.predicates[h] for h in graph.predicates[draft.head].heads("clause", "purpose")]
    if not any(aim.lemma in words for aim in aims):
        return draft
    tellers = tuple(
        a for a in who_tells_or_told(draft.head, statuses) if a.country and STATE & set(a.sectors)
    )
    return replace(draft, actors=only_because(tellers, OWN_WHY))


def _with_who_takes_them(draft: Draft, statuses: Statuses) -> Draft:
    """ "The government says that ninety rebels have surrendered": to it."""
    if not draft.actors or any(ARMED.isdisjoint(a.sectors) for a in draft.actors):
        return draft
    tellers = tuple(
        a for a in who_tells_or_told(draft.head, statuses) if a.country and STATE & set(a.sectors)
    )
    return replace(draft, recipients=only_because(tellers, TAKEN_WHY))


def with_people_of_teller(draft: Draft, statuses: Statuses) -> Draft:
    """Violence by another state on people who are not told whose they are in, those of whoever tells of it as struck out.

    "The governor of Zenda says that a Sylvanian raid killed nine villagers": his own, since Sylvania does not raid itself.
    So too "the head of Zenda's hospital says that a Sylvanian shell hit the building", "Sylvania opened fire first,
    Ruritania says". "Ruritania's envoy said that Sylvania was shelling schools": Ruritania's, where the text names no
    third state.
    The draft; nothing where a third state is named, or it took place elsewhere.
    """
    doers = {a.country for a in draft.actors}
    if not doers or None in doers:
        return draft
    rebels = any(ARMED & set(r.sectors) for r in draft.recipients)
    known = rebels or any_known(draft.recipients)
    house = not known and _is_of_known_house(draft, statuses)
    open_to_all = _is_of_people, _is_of_towns, _is_first_blow
    if known or not (house or any(fits(draft, statuses) for fits in open_to_all)):
        return draft
    tellers = (a for a in who_tells_or_told(draft.head, statuses) if house or OFFICIAL & set(a.sectors))
    lands = {a.country for a in tellers if a.country} - doers
    if len(lands) != 1 or countries_named(draft.head, statuses) - doers - lands:
        return draft
    if not (house or _is_of_people(draft, statuses)) and _names_third(draft, statuses):
        return draft
    (land,) = lands
    place = place_of(draft, statuses)[0]
    if land is None or (place is not None and place.country != land):
        return draft
    return replace(draft, recipients=(replace(side_at_home(land, CIVIL, PEOPLE), inferred=STRUCK_AT_HOME),))


def _is_of_people(draft: Draft, statuses: Statuses) -> bool:
    """Whether it tells of somebody hurt by a raid or weapon: what troops do to people, any state may tell of another."""
    if not statuses.mentions.actors.keys().isdisjoint(statuses.graph.predicates[draft.head].heads("subject")):
        return False
    verb = statuses.graph.predicates[draft.head].lemma in statuses.graph.words["hurting verbs"]
    return verb or bool(draft.recipients) or draft.kind in statuses.lexicon.groups[OUTCOMES]


def _is_of_towns(draft: Draft, statuses: Statuses) -> bool:
    """ "Was bombing hospitals and power stations", "shot down the plane": what is nobody's by name."""
    graph = statuses.graph
    heads = graph.predicates[draft.head].heads("object")
    found = (
        set(classes_of(graph.doc, h, statuses.lexicon)) for h in heads if h not in statuses.mentions.actors
    )
    return any((BUILDINGS | CRAFT) & classes for classes in found)


def _is_first_blow(draft: Draft, statuses: Statuses) -> bool:
    """ "Sylvania says that Ruritanian soldiers opened fire first": before the others did, who tell of it."""
    words = statuses.graph.words[FIRST]
    verb = statuses.graph.doc[draft.head]
    said = (*verb.children, *(c for thing in verb.children if thing.dep_ == "dobj" for c in thing.children))
    return any(c.lower_ in words for c in said)


def _names_third(draft: Draft, statuses: Statuses) -> bool:
    """Whether the text names more states than who did it and one other: any of them may be hit."""
    starts = {sentence.start for sentence in statuses.graph.doc.sents}
    named = {c for start in starts for c in countries_named(start, statuses)}
    return len(named - {a.country for a in draft.actors}) > 1


def _is_of_known_house(draft: Draft, statuses: Statuses) -> bool:
    """ "Hit the building": the one of which the teller speaks, and that nobody else is named for."""
    graph, event = statuses.graph, statuses.graph.predicates[draft.head]
    if not statuses.mentions.actors.keys().isdisjoint(event.heads("subject")):
        return False
    for head in event.heads("object"):
        said = any(c.lower_ in THE for c in graph.doc[head].lefts)
        if said and head not in statuses.mentions.actors:
            return bool(BUILDINGS & set(classes_of(graph.doc, head, statuses.lexicon)))
    return False
