"""A draft whose object only points back in, whom the act before it in the sentence is aimed at as its other side out.

"Ruritania bans the League of Mothers, accusing the group of backing rebels": the group is the league.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import STANDS_FOR, because
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.told_before import told_before
from detente.coding.standing.status import Statuses
from detente.reading.shapes import is_pointed_at


def with_named_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the act before it, by the same, if its object is such a noun."""
    if any(r.inferred is None for r in draft.recipients):
        return draft
    noun = _pointing_back(draft, statuses)
    if noun is None:
        return draft
    for other in reversed(told_before(draft, drafts, statuses, 0)):
        if other.recipients and sides(other.actors, draft.actors):
            why = STANDS_FOR.of(f"'{noun}'", "it")
            return replace(
                draft,
                recipients=because(other.recipients, why),
            )
    return draft


def _pointing_back(draft: Draft, statuses: Statuses) -> str | None:
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads("object"):
        token = graph.doc[head]
        if (
            is_pointed_at(token, graph.words)
            and token.lemma_.lower() in graph.words["pointing nouns"]
            and head not in statuses.mentions.actors
        ):
            return token.text
    return None
