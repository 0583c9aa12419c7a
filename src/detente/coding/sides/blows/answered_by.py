"""An attack of which nobody says whom it hit in, the state that takes measures after it as that side out.

"Ruritania deported nine Sylvanians after raids by the Black Eagles", "said that it closed the border due to raids": the
raids were on Ruritania.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.status import Statuses
from detente.coding.where import place_of

CAUSES = "cause prepositions"
MEASURES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
ABROAD = "closure of mission"  # a kind: "closes its embassy amid the offensive", which strikes its host
WHY = "takes measures after it"


def with_who_answers(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with that state as its recipient; as it is where a place is named for it."""
    if statuses.graph.predicates[draft.head].pos != "noun" or place_of(draft, statuses)[0] is not None:
        return draft
    attackers = {a.country for a in draft.actors}
    near = _after(draft, drafts, statuses)
    states = {a.country for other in near if other.kind != ABROAD for a in other.actors}
    if len(states) != 1 or (state := states.pop()) is None or state in attackers:
        return draft
    return replace(draft, recipients=(side_at_home(state, "CVL", WHY),))


def _after(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Iterator[Draft]:
    """The measures that are told to have been taken after it."""
    graph, kinds = statuses.graph, statuses.lexicon.kinds
    above = {g.head for g in graph.governors.get(draft.head, ()) if g.name in graph.words[CAUSES]}
    for other in drafts if above else ():
        kind = kinds.get(other.kind)
        verbs = {other.head, graph.predicates[other.head].carrier}
        if kind is not None and kind.type in MEASURES and above & verbs:
            yield other
