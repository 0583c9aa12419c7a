"""Two drafts of violence in, whether they can tell of one attack by their sides out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.roles.known import any_known
from detente.coding.roles.roles import same
from detente.coding.sides.whose.domestic import AT_HOME
from detente.coding.standing.status import Statuses
from detente.records import Actor

OUTLAWS = frozenset({"UAF", "REB", "CRM"})  # sectors


def agree(one: Draft, other: Draft) -> bool:
    """Whether the sides of two drafts can be those of one attack."""
    return by(one.actors, other.actors) and (
        guessed(one.recipients)
        or guessed(other.recipients)
        or shared(one.recipients, other.recipients)
        or shared(one.recipients, other.actors)  # "kidnapped in an attack by bandits"
    )


def by(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether both can have the same authors: one side is not known, or they share somebody.

    What gunmen of a land do its army does not.
    """
    told = bool(one and other) and all(a.span for a in (*one, *other))
    if told and are_outlaws(one) != are_outlaws(other):
        return False
    return not any_known(one) or not any_known(other) or shared(one, other)


def are_outlaws(actors: Sequence[Actor]) -> bool:
    """Whether gunmen, rebels or gangs are among them."""
    return any(bool(a.sectors) and set(a.sectors) <= OUTLAWS for a in actors)


def guessed(actors: Sequence[Actor]) -> bool:
    """Whether no side is said, but at most thought to be those of the place."""
    return all(a.inferred == AT_HOME for a in actors)


def shared(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether the two have somebody, or a state, in common."""
    return any(same(a, b) or bool(state(a) and state(a) == state(b)) for a in one for b in other)


def state(actor: Actor) -> str | None:
    """The state of which somebody is, or in which he is based."""
    return actor.country or actor.based


def told_apart(draft: Draft, statuses: Statuses) -> bool:
    """ "Says that it took the town and that it sank two ships": told in a clause of its own, it is another act."""
    token = statuses.graph.doc[draft.head]
    own = {c.dep_ for c in token.lefts}
    return token.dep_ == "conj" and own >= {"mark", "nsubj"}


def are_foes(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """ "Rebels ambushed a patrol and the army hit back": of one land, and against each other."""
    first, second = (bool(side) and all(OUTLAWS & set(a.sectors) for a in side) for side in (one, other))
    return first != second
