"""A protest of which nobody is named in, those of the land whose rulers react to it, and these, as its sides out.

"The president of Ruritania cut short a trip to Sylvania after unrest spread", "Graustark's minister resigned when riots
broke out over her talks with Sylvania": at home, whatever other land is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.sides.whose.domestic import side_at_home
from detente.coding.standing.composing import HAPPENED
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token

PEOPLE, RULERS = "CVL", frozenset({"GOV", "LEG", "COP", "MIL"})
AT_HOME = frozenset({"COERCE", "CONCEDE", "MOBILIZE", "RETREAT"})  # types of what rulers do about unrest
VISIT, OFF = "CONSULT", ("cancelled", "declined", "postponed")  # a type, statuses
OCCASIONS = ("after", "amid", "as", "following", "over", "under", "when", "while", "because", "since")
WHY = "those who govern there react to it"


def with_land_that_reacts(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with both sides of the one land whose rulers act in the clause above it."""
    row = statuses.lexicon.domestic.get(draft.kind)
    if row is None or row.acts != PEOPLE or draft.status not in HAPPENED:
        return draft
    below = _occasions(statuses.graph.doc[draft.head])
    acts = [d for d in drafts if d.head in below and _is_reaction(d, statuses)]
    lands = {a.country for d in acts for a in d.actors if RULERS & set(a.sectors)}
    land = lands.pop() if len(lands) == 1 else None
    if land is None:
        return draft
    people, rulers = side_at_home(land, row.acts, WHY), side_at_home(land, row.aimed_at, WHY)
    return replace(draft, actors=(people,), recipients=(rulers,))


def _occasions(head: Token) -> set[int]:
    """The verbs that the clause or phrase of the protest says when or why of: "resigned after", "as", "amid" it."""
    found, last = set[int](), head
    for above in head.ancestors:
        opens = (last, *last.lefts) if last.dep_ == "advcl" else (last,) if last.dep_ == "prep" else ()
        if any(t.lower_ in OCCASIONS for t in opens):
            found |= {above.i, *(t.i for t in above.conjuncts)}
        last = above
    return found


def _is_reaction(draft: Draft, statuses: Statuses) -> bool:
    kind = statuses.lexicon.kinds.get(draft.kind)
    if kind is None:
        return False
    return kind.type in AT_HOME or (kind.type == VISIT and draft.status in OFF)
