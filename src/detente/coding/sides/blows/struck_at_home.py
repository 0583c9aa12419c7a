"""Violence by another state on people who are not told whose they are in, those of whoever tells of it as struck out.

"The governor of Zenda says that a Sylvanian raid killed nine villagers": his own, since Sylvania does not raid itself.
So too "the head of Zenda's hospital says that a Sylvanian shell hit the building". "Ruritania's envoy said that Sylvania
was shelling schools": Ruritania's, where the text names no third state.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.matching.lexicon import classes_of
from detente.coding.roles.known import any_known
from detente.coding.sides.looking.lands_named import countries_named
from detente.coding.sides.whose.domestic import PEOPLE, side_at_home
from detente.coding.sides.words.who_tells import who_tells_of
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of

FORCE, OFFICIAL, CIVIL = "ASSAULT", frozenset({"GOV", "MIL", "COP", "SPY"}), "CVL"
OUTCOMES, REBELS = "outcome", frozenset({"REB", "UAF"})
BUILDINGS, THE = frozenset({"public-building", "infrastructure"}), ("the", "its", "our")  # classes
WHY = "people of the state that tells what another did"


def with_people_of_teller(draft: Draft, statuses: Statuses) -> Draft:
    """The draft; nothing where a third state is named, or it took place elsewhere."""
    doers = {a.country for a in draft.actors}
    if not doers or None in doers:
        return draft
    rebels = any(REBELS & set(r.sectors) for r in draft.recipients)
    known = rebels or any_known(draft.recipients)
    house = not known and _is_of_known_house(draft, statuses)
    if known or not (house or _is_of_people(draft, statuses) or _is_of_towns(draft, statuses)):
        return draft
    tellers = (a for a in who_tells_of(draft.head, statuses) if house or OFFICIAL & set(a.sectors))
    lands = {a.country for a in tellers if a.country} - doers
    if len(lands) != 1 or countries_named(draft.head, statuses) - doers - lands:
        return draft
    if not (house or _is_of_people(draft, statuses)) and _names_third(draft, statuses):
        return draft
    (land,) = lands
    place = place_of(draft, statuses)[0]
    if land is None or (place is not None and place.country != land):
        return draft
    return replace(draft, recipients=(replace(side_at_home(land, CIVIL, PEOPLE), inferred=WHY),))


def _is_of_people(draft: Draft, statuses: Statuses) -> bool:
    """Whether it tells of somebody hurt by a raid or weapon: what troops do to people, any state may tell of another."""
    if not statuses.mentions.actors.keys().isdisjoint(statuses.graph.predicates[draft.head].heads("subject")):
        return False
    verb = statuses.graph.predicates[draft.head].lemma in statuses.graph.words["hurting verbs"]
    return verb or bool(draft.recipients) or draft.kind in statuses.lexicon.groups[OUTCOMES]


def _is_of_towns(draft: Draft, statuses: Statuses) -> bool:
    """ "Was bombing hospitals and power stations": what stands in towns, and is nobody's by name."""
    graph = statuses.graph
    heads = graph.predicates[draft.head].heads("object")
    found = (
        set(classes_of(graph.doc, h, statuses.lexicon)) for h in heads if h not in statuses.mentions.actors
    )
    return any(BUILDINGS & classes for classes in found)


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
