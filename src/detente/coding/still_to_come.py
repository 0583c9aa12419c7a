"""What was told in, the mentions of what is still to come among it as such out.

"The two will meet on Friday in Rome. Ahead of their meeting in Rome, ...": a noun with sides of its own says no more
than "the meeting" does of whether it has been.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from detente.coding.coming import Attached
from detente.coding.drafting.draft import Draft
from detente.coding.roles.roles import sides
from detente.coding.sides.looking.anaphora import is_definite
from detente.coding.standing.status import Statuses
from detente.coding.told import Told

AHEAD = ("planned", "scheduled")
LOOKING_ON = frozenset({"before", "ahead of", "for", "about", "on", "of", "until"})


def with_plans_named_again(told: Told, statuses: Statuses, attached: Attached) -> Told:
    """What is told; a noun that only names again what is still to come is as far off as that."""
    done: list[Draft] = []
    for draft in told.drafts:
        plan = _plan_named(draft, done, statuses, attached)
        done.append(
            draft
            if plan is None
            else replace(draft, status=plan.status, certainty=plan.certainty, as_in=plan.head)
        )
    return replace(told, drafts=tuple(done))


def _plan_named(
    draft: Draft, before: Sequence[Draft], statuses: Statuses, attached: Attached
) -> Draft | None:
    """The last mention before of the same thing, if that is still to come and this one says nothing else."""
    if draft.status != "occurred" or draft.made or not before:
        return None
    if any(a.operator.status is not None or _is_past(a.head, statuses) for a in draft.applied):
        return None
    word = statuses.graph.predicates[draft.head]
    if word.pos != "noun" or word.carrier is not None or draft.head in attached:
        return None
    earlier = next((d for d in reversed(before) if _is_of_the_same(draft, d)), None)
    if earlier is None or earlier.status not in AHEAD or not _has_day_to_come(earlier, statuses):
        return None
    return earlier if _names_one_that_is_known(draft, statuses) else None


def _is_of_the_same(draft: Draft, earlier: Draft) -> bool:
    if draft.kind != earlier.kind or not sides(draft.actors, earlier.actors):
        return False
    return not (draft.recipients and earlier.recipients) or sides(draft.recipients, earlier.recipients)


def _has_day_to_come(draft: Draft, statuses: Statuses) -> bool:
    heads = (draft.head, *draft.path, *draft.nouns, *(a.head for a in draft.applied))
    return any(head in statuses.coming for head in heads)


def _is_past(head: int, statuses: Statuses) -> bool:
    """Whether a verb tells of the past."""
    verb = statuses.graph.predicates.get(head)
    return verb is not None and verb.pos == "verb" and (verb.tense == "past" or verb.perfect)


def _names_one_that_is_known(draft: Draft, statuses: Statuses) -> bool:
    """ "Their meeting", "at the Rome summit", and no verb in the past tells of it."""
    graph = statuses.graph
    if not (is_definite(draft.head, graph.doc) or graph.predicates[draft.head].has("poss")):
        return False
    over = graph.governors.get(draft.head, ())
    return not any(_is_past(g.head, statuses) and g.name not in LOOKING_ON for g in over)
