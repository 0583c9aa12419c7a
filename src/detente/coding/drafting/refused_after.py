"""Drafts in, those of refusals out that say nothing of their own: "demanded that they go. Sylvania refused".

"Refused", "turned it down", "said no", "would not": what is refused was told just before, by whoever asked for it. A
refusal that names what it is of has a frame or an operator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.drafting.draft import Draft, type_of
from detente.coding.exact.answered import answers_after
from detente.coding.exact.refusing import refuses
from detente.coding.roles.roles import actors_at, sides
from detente.coding.standing.status import Statuses
from detente.reading.tokens import Token
from detente.records import Status

ASKING, REFUSAL = "REQUEST", "refusal"  # a type, a kind
OFFERED: Status = "proposed"
DONE: Status = "occurred"
RULE = "refused-after"


def refusals_after(drafts: Sequence[Draft], context: Statuses) -> Iterator[Draft]:
    """The first refusal of each request and offer, by whom it was made to, or by somebody if that is not told."""
    heads = {d.head for d in drafts} | {a.head for d in drafts for a in d.applied}
    for draft in drafts:
        if not draft.actors or not _asks(draft, context):
            continue
        asking = context.graph.doc[draft.applied[0].head if draft.applied else draft.head]
        word = context.graph.predicates[draft.head]
        for token in answers_after(asking, word, context):
            if token.i not in heads and token.i > word.head and refuses(token, asking, word, context):
                yield from _refusal(draft, token, context)
                break


def _asks(draft: Draft, context: Statuses) -> bool:
    asked = type_of(draft, context) == ASKING and draft.status == DONE
    return asked or draft.status == OFFERED


def _refusal(asked: Draft, token: Token, context: Statuses) -> Iterator[Draft]:
    verb = context.graph.predicates.get(token.i)
    if verb is None or verb.pos != "verb" or verb.passive:
        return
    actors = actors_at(("subject",), verb, context.graph, context.mentions)
    if (
        not actors
        or sides(actors, asked.actors)
        or not (not asked.recipients or sides(actors, asked.recipients))
    ):
        return
    yield Draft(
        head=token.i, kind=REFUSAL, status=DONE, certainty="CT", actors=actors, recipients=asked.actors,
        reciprocal=False, needs=("actor",), path=(token.i,), applied=(), rules=(f"operator:{RULE}",),
        under=(token.i,), made=True,
    )  # fmt: skip
