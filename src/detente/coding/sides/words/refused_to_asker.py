"""A refusal to hand over, free or arrest somebody in, whoever asked for it as the side that is refused out.

"The court issued a warrant for Ruritania's king. Ruritania refused to hand him over", "declined to arrest the Sylvanian
king despite a warrant from the league": it is the court and the league that are refused, and not who is asked for. "Despite
pressure from Graustark, the premier said that he would not allow Sylvania's waste to be burnt": Graustark is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import only_because
from detente.coding.roles.known import known_among
from detente.coding.roles.roles import actors_at, actors_of, distinct, sides, without_states
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.records import Actor

CUSTODY, JUSTICE, EXTRADITION = "custody", "justice", "extradition"  # groups of kinds, a kind
ASKED = frozenset({"ACCUSE", "REQUEST"})  # types
DESPITE, OBJECT, CLAUSE = "despite", "object", "clause"
FROM_WHOM = ("from", "by", "poss", "adj", "mod")
BARE = "refusal"  # a kind
WHY = "asked for it"


def with_who_asked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; as it is where nobody is told to have asked for it."""
    pressing = without_states(distinct(_despite_pressure(draft, statuses)), draft.actors)
    if pressing and draft.kind == BARE:  # who rejects a plan rejects it to whose it is
        return replace(draft, recipients=only_because(pressing, WHY))
    if not _is_of_custody(draft, statuses):
        return draft
    found = distinct(_despite_whom(draft, statuses))
    if not found and all(sides((r,), draft.actors) for r in draft.recipients):
        found = next(_who_asked(draft, drafts, statuses), ())
    found = without_states(found, draft.actors)
    return replace(draft, recipients=only_because(found, WHY)) if found else draft


def _is_of_custody(draft: Draft, statuses: Statuses) -> bool:
    groups = statuses.lexicon.groups
    return draft.inner == EXTRADITION or draft.inner in groups[CUSTODY] | groups[JUSTICE]


def _despite_pressure(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Despite appeals by Sylvania", before the refusal or before who tells of it."""
    graph = statuses.graph
    told = [t.i for t in graph.doc[draft.head].ancestors if t.pos_ == "VERB"]
    for head in (draft.head, *told):
        predicate = graph.predicates.get(head)
        for noun in predicate.heads(DESPITE) if predicate is not None else ():
            pressure = graph.predicates.get(noun)
            if pressure is not None and graph.doc[noun].lemma_.lower() in graph.words["nouns of pressing"]:
                found = actors_at(FROM_WHOM, pressure, graph, statuses.mentions)
                yield from (a for a in found if a.country or a.id)


def _despite_whom(draft: Draft, statuses: Statuses) -> Iterator[Actor]:
    """ "Despite a warrant from the league"."""
    graph = statuses.graph
    for head in (draft.head, *graph.predicates[draft.head].heads(CLAUSE)):
        predicate = graph.predicates.get(head)
        for noun in predicate.heads(DESPITE) if predicate is not None else ():
            yield from (a for a in actors_of(noun, OBJECT, graph, statuses.mentions) if a.country or a.id)


def _who_asked(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[tuple[Actor, ...]]:
    """Who is told just before to have charged or asked for somebody of the side that refuses, the last first."""
    for earlier in reversed(told_before(draft, drafts, statuses)):
        if type_of(earlier, statuses) in ASKED and sides(earlier.recipients, draft.actors):
            yield known_among(earlier.actors)
