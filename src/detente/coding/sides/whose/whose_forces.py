"""Deeds of forces of which only the sort is told in, the land whose forces or crowds were told of just before as theirs out.

"Sylvanian warships circled the isle, and jets crossed the median line": Sylvania's too. "Crowds burned flags in Strelsau,
and riot police fired tear gas": Ruritania's, as the crowds are.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.matching.lexicon import classes_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.told_before import told_before
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.sides.words.reported_side import with_reported_side
from detente.coding.standing.status import Statuses

FORCES = frozenset({"warplane", "warship", "aircraft", "missile", "artillery", "armour"})  # classes of nouns
SHOWN, STRIKES = frozenset({"MOBILIZE"}), frozenset({"ASSAULT", "MOBILIZE"})  # types
POLICE, PEOPLE, PROTEST = "COP", "CVL", "PROTEST"
WHO = ("subject",)
SAME, THERE = "whose forces act in what is told before", "the land whose crowds are told of before"


def with_whose_forces(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft by the one state whose forces were told of last, and against the same if nobody is named for it."""
    if any(a.country or a.id or a.based for a in draft.actors) or not _is_of_bare_force(draft, statuses):
        return draft
    for other in reversed(told_before(draft, drafts, statuses)):
        states = {a.country for a in other.actors}
        if type_of(other, statuses) not in STRIKES or len(states) != 1 or None in states or other.reciprocal:
            continue
        if sides(other.actors, draft.recipients):
            return draft
        actors = only_because(other.actors, SAME)
        hit = draft.recipients or only_because(other.recipients, SAME)
        return with_reported_side(replace(draft, actors=actors, recipients=hit), statuses)
    return draft


def with_police_of_protest(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft of police of no known land, who are of that whose people protest in what is told before."""
    unknown = bool(draft.actors) and all(
        POLICE in a.sectors and not (a.country or a.id) for a in draft.actors
    )
    if not unknown or any_known(draft.recipients):
        return draft
    for other in reversed(told_before(draft, drafts, statuses)):
        states = {a.country for a in other.actors}
        if type_of(other, statuses) == PROTEST and len(states) == 1 and None not in states:
            land = next(iter(states)) or ""
            police = tuple(replace(a, country=land, inferred=THERE) for a in draft.actors)
            return replace(draft, actors=police, recipients=(side_at_home(land, PEOPLE, THERE),))
    return draft


def _is_of_bare_force(draft: Draft, statuses: Statuses) -> bool:
    graph, mentions = statuses.graph, statuses.mentions
    for head in graph.predicates[draft.head].heads(*WHO):
        noun = graph.doc[head]
        named = any(i in mentions.modifiers for i in (head, *(c.i for c in noun.children)))
        if not named and FORCES & classes_of(graph.doc, head, statuses.lexicon):
            return True
    return False
