"""A draft whose object only points back in, whom the act before it in the sentence is aimed at as its other side out.

"Ruritania bans the League of Mothers, accusing the group of backing rebels": the group is the league. "Fighting
resumes between Ruritania and Sylvania. Both sides blame each other": those two.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.reasons import STANDS_FOR, because
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.mutual import is_mutual
from detente.coding.sides.looking.opponents import key_of
from detente.coding.standing.status import Statuses
from detente.reading.shapes import is_pointed_at

TWO = 2


def with_named_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft with the recipients of the act before it, by the same, if its object is such a noun."""
    if not draft.actors:
        return _with_both(draft, drafts, statuses)
    if draft.reciprocal or any(r.inferred is None for r in draft.recipients):
        return draft
    noun = _pointing_back(draft, statuses)
    if noun is None:
        return draft
    sentence = statuses.graph.doc[draft.head].sent
    for other in reversed([d for d in drafts if sentence.start <= d.head < draft.head]):
        if other.recipients and sides(other.actors, draft.actors):
            why = STANDS_FOR.of(f"'{noun}'", "it")
            return replace(
                draft,
                recipients=because(other.recipients, why),
            )
    return draft


def _with_both(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> Draft:
    """The draft of which "both sides" or "the two states" is the subject, with the two who were told of before."""
    graph = statuses.graph
    noun = next((graph.doc[h] for h in graph.predicates[draft.head].heads("subject")), None)
    if noun is None or noun.lemma_.lower() not in graph.words["words of both"]:
        return draft
    if not any(c.lower_ in graph.words["each of two"] for c in noun.children):
        return draft
    start = graph.doc[max(graph.doc[draft.head].sent.start - 1, 0)].sent.start
    for other in reversed([d for d in drafts if start <= d.head < noun.i]):
        known = {key_of(a): a for a in (*other.actors, *other.recipients) if key_of(a)}
        if len(known) == TWO:
            why = STANDS_FOR.of(f"'{noun.text}'", "both")
            both = because(known.values(), why)
            mutual = draft.reciprocal or (
                not draft.recipients and is_mutual(graph.predicates[draft.head], graph)
            )
            return replace(draft, actors=both, reciprocal=mutual)
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
