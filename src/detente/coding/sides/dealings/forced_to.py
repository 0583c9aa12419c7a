"""A withdrawal or concession that somebody forces upon another in, who forces it as whom it is made to out.

"Sylvanian rebels forced Ruritanian troops to retreat", "Ruritania was forced to cede the port by Graustark". So too who
forces helpers to stop their work, where only the land in which they worked is told.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import actors_at, without_states
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses

GIVEN = frozenset({"CONCEDE", "RETREAT"})  # types
CLAUSE, WHO = ("clause", "purpose"), ("subject",)
FORCING, WHY = "forcing verbs", "it is forced by them"
RESTRICTION = frozenset({"restriction"})
HOLDING = RESTRICTION | {"ban", "embargo", "tariff", "rejection"}  # kinds
HOLDS, REFUSED = ("in", "across", "throughout", "inside"), "rejection"
WHERE, RULERS, THERE = ("in", "across", "inside", "throughout", "object"), "GOV", "where it is stopped"
STATE, WHERE_IN_FORCE = "state", "where it holds"


def with_who_forces(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with them as recipients, where no other side is named but whose the place is that is left."""
    graph, kind = statuses.graph, statuses.lexicon.kinds.get(draft.kind)
    told = any(not r.inferred for r in draft.recipients)
    if told or kind is None or kind.type not in GIVEN:
        return draft
    for governor in graph.governors.get(draft.head, ()):
        if governor.name not in CLAUSE or graph.doc[governor.head].lemma_ not in graph.words[FORCING]:
            continue
        found = actors_at(WHO, graph.predicates[governor.head], graph, statuses.mentions)
        theirs = without_states(found, draft.actors)
        if theirs:
            named = (replace(a, inferred=a.inferred or WHY) for a in theirs)
            return replace(draft, recipients=tuple(named))
    return draft


def with_whose_land_it_was_in(draft: Draft, statuses: Statuses) -> Draft:
    """The draft with those who govern there: "the charity was forced to suspend its work in Sylvania"."""
    graph = statuses.graph
    forced = graph.predicates[draft.head]
    if graph.doc[draft.head].lemma_ not in graph.words[FORCING]:
        return _where_it_holds(draft, statuses)
    done = graph.at(forced.heads(*CLAUSE))
    lands = {a.country for verb in done for a in actors_at(WHERE, verb, graph, statuses.mentions)}
    land = lands.pop() if len(lands) == 1 else None
    return draft if land is None else replace(draft, actors=(side_at_home(land, RULERS, THERE),))


def _where_it_holds(draft: Draft, statuses: Statuses) -> Draft:
    """ "Duties on Sylvanian steel came into force in Ruritania", "Sylvania's plea fell on deaf ears in Strelsau": whoever
    rules there."""
    graph, mentions = statuses.graph, statuses.mentions
    told = graph.predicates[draft.head]
    if draft.kind == REFUSED and told.passive:
        return draft  # "was voted down in Geneva"
    for verb in [a.head for a in draft.applied] if told.pos == "noun" else [draft.head]:
        within = (t for t in graph.doc[verb].subtree if t.i > verb and t.head.lower_ in HOLDS)
        named = [m.actor for t in within if (m := mentions.actors.get(t.i)) is not None and m.kind == STATE]
        theirs = without_states(tuple(named), draft.recipients)
        if draft.recipients and len({a.country for a in theirs}) == 1 and len(theirs) == len(named):
            return replace(draft, actors=(side_at_home(theirs[0].country or "", RULERS, WHERE_IN_FORCE),))
    return draft
