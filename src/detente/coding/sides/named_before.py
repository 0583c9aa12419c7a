"""A draft whose object only points back in, whom the act before it in the sentence is aimed at as its other side out.

"Ruritania bans the League of Mothers, accusing the group of backing rebels": the group is the league.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from detente.coding.draft import Draft
from detente.coding.roles import sides
from detente.coding.status import Statuses

BACK = ("the", "that", "this")


def with_named_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the act before it, by the same, if its object is such a noun."""
    noun = _pointing_back(draft, statuses)
    said = any(r.inferred is None for r in draft.recipients)
    if said or draft.reciprocal or noun is None:
        return draft
    sentence = statuses.graph.doc[draft.head].sent
    for other in reversed([d for d in drafts if sentence.start <= d.head < draft.head]):
        if other.recipients and sides(other.actors, draft.actors):
            why = f"'{noun}' stands for it"
            return replace(
                draft,
                recipients=tuple(
                    msgspec.structs.replace(r, inferred=r.inferred or why) for r in other.recipients
                ),
            )
    return draft


def _pointing_back(draft: Draft, statuses: Statuses) -> str | None:
    graph = statuses.graph
    for head in graph.predicates[draft.head].heads("object"):
        token = graph.doc[head]
        definite = any(c.lower_ in BACK for c in token.children)
        if (
            definite
            and token.lemma_.lower() in graph.words["pointing nouns"]
            and head not in statuses.mentions.actors
        ):
            return token.text
    return None
