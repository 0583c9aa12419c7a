"""A strike by nobody who is named on an armed group in, the army that tells of it as who struck out.

"The Sylvanian army says that an air raid killed two commanders of the league", "Sylvania's interior ministry says that
nine rebels were killed": they tell of what they have done. So they do in "says that an operation to retake Zenda
began"; and of "says that ninety rebels laid down their arms" it was to them.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import only_because
from detente.coding.roles.roles import sides
from detente.coding.sides.blows.same_hands import FROM_AFAR
from detente.coding.sides.words.who_tells import who_tells_of
from detente.coding.standing.status import Statuses

ARMED = frozenset({"REB", "UAF"})
ARMY, KILLING, CLASH = "MIL", "killing", "clash"  # a sector, kinds
STATE = frozenset({ARMY, "GOV", "COP", "SPY"})
WHY = "tells of the strike, which hit an armed group"
GIVING_UP, TAKEN_WHY = frozenset({"surrender", "disarmament"}), "tells of those who gave themselves up"
OFFENSIVE, OWN_WHY = "offensive", "tells of an operation to take back what it had lost"
TAKING_BACK = "verbs of retaking"  # the list of words


def with_who_tells(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with the army that says that it was so as its actor."""
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
    armies = tuple(a for a in who_tells_of(draft.head, statuses) if tellers & set(a.sectors) and a.country)
    if not armies or sides(armies, draft.recipients):
        return draft
    return replace(draft, actors=only_because(armies, WHY))


def _with_who_takes_back(draft: Draft, statuses: Statuses) -> Draft:
    """ "Says that an operation to retake Zenda has begun": who had lost it sets out for it."""
    graph, words = statuses.graph, statuses.graph.words[TAKING_BACK]
    aims = [graph.predicates[h] for h in graph.predicates[draft.head].heads("clause", "purpose")]
    if not any(aim.lemma in words for aim in aims):
        return draft
    tellers = tuple(a for a in who_tells_of(draft.head, statuses) if a.country and STATE & set(a.sectors))
    return replace(draft, actors=only_because(tellers, OWN_WHY))


def _with_who_takes_them(draft: Draft, statuses: Statuses) -> Draft:
    """ "The government says that ninety rebels have surrendered": to it."""
    if not draft.actors or any(ARMED.isdisjoint(a.sectors) for a in draft.actors):
        return draft
    tellers = tuple(a for a in who_tells_of(draft.head, statuses) if a.country and STATE & set(a.sectors))
    return replace(draft, recipients=only_because(tellers, TAKEN_WHY))
