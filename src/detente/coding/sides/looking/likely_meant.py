"""What is told before "the move", "the plan" in, in the order in which it is likely to be meant out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import sides
from detente.coding.standing.status import Statuses

MET, PRAISED = "CONSULT", "SUPPORT"  # types
AGAINST = frozenset({"ACCUSE", "REJECT", "THREATEN"})
HARMFUL = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "THREATEN"})
COMING = ("planned", "scheduled", "proposed")
PLANS = "nouns of plans"  # a list of words


def by_likelihood(
    told: Sequence[Draft], draft: Draft, drafts: Sequence[Draft], noun: str, statuses: Statuses
) -> list[Draft]:
    """Sooner what was done than a meeting beside it; a plan is sooner what is still to come.

    Who condemns or rejects "the move" means sooner what was done to him, and nobody praises a blow if he can mean
    something else.
    """
    if noun in statuses.graph.words[PLANS]:
        first = _first_plan(draft, drafts, statuses)
        return [*first, *(d for d in told if d not in first)]
    kinds = statuses.lexicon.kinds
    code = kinds[draft.kind].type

    def rank(earlier: Draft) -> tuple[bool, bool]:
        kind = kinds.get(earlier.kind)
        other = kind.type if kind is not None else None
        at_me = code in AGAINST and not earlier.reciprocal and bool(sides(earlier.recipients, draft.actors))
        return not at_me, other == MET or (code == PRAISED and other in HARMFUL)

    return sorted(told, key=rank)


def _first_plan(draft: Draft, drafts: Sequence[Draft], statuses: Statuses) -> list[Draft]:
    """What title or lead tell is to come, however far back; a meeting is none."""
    kinds = statuses.lexicon.kinds
    coming = (d for d in drafts if d.head < draft.head and d.status in COMING and d.actors)
    return [d for d in coming if d.kind in kinds and kinds[d.kind].type != MET][:1]
