"""An apology to nobody who is named in, those to whom the same side did something just before as its recipients out.

"A drone of the army killed nine villagers. The army apologised": to those whom it had hit.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.reasons import because
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses

APOLOGY, OWNING_UP = "apology", ("apology", "statement of regret")  # kinds
FOR_WHAT = ("for", "over", "object")
HOSTILE = frozenset({"ASSAULT", "COERCE", "ACCUSE", "MOBILIZE"})
DEEDS = frozenset({"ASSAULT", "COERCE"})  # of words one is seldom said to regret them
WHY = "to whom it was done"


def with_those_hurt(draft: Draft, statuses: Statuses) -> Draft:
    """ "Apologised for a strike of the League that killed nine Sylvanians": to them, whoever struck."""
    if draft.kind not in OWNING_UP:
        return draft
    graph, mentions = statuses.graph, statuses.mentions
    deeds = set(graph.predicates[draft.head].heads(*FOR_WHAT))
    for verb in graph.predicates.values() if deeds else ():
        if verb.lemma in graph.words["hurting verbs"] and not deeds.isdisjoint(verb.heads("subject")):
            hurt = actors_at(("object",), verb, graph, mentions)
            if hurt and not sides(hurt, draft.actors) and all(a.country for a in hurt):
                return replace(draft, recipients=hurt)
    return draft


def with_those_wronged(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft; the last such deed of the same side counts."""
    if draft.kind not in OWNING_UP:
        return draft
    wrongs = HOSTILE if draft.kind == APOLOGY else DEEDS
    for other in reversed([d for d in drafts if d.head < draft.head]):
        if type_of(other, statuses) not in wrongs or not other.recipients:
            continue
        if sides(other.actors, draft.actors):
            hurt = because(other.recipients, WHY)
            return replace(draft, recipients=hurt)
    return draft
