"""What an event is before its time, place and claims are known."""

from __future__ import annotations

import msgspec

from detente.coding.matching.frames import Match
from detente.coding.roles.roles import same
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.records import Actor, Status


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An event before its time, place and claims are known.

    head: token of the trigger. path: predicates from the trigger to the top of its sentence. inner: what a made
    act (a threat, a demand) speaks of. under: predicates that make the event what it is (it itself, what carries
    it, what gives it a status): as words of saying they are no claim about it.
    as_in: head of the earlier mention from which its status and time are taken.
    hosted: it takes place where its recipient is (a visit). joined: the talks that a visit or meeting is for.
    nouns: those that belong to the verb's frame ("reached an accord on Monday").
    """

    head: int
    kind: str
    status: Status
    certainty: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    reciprocal: bool
    needs: tuple[str, ...]
    path: tuple[int, ...]
    applied: tuple[Applied, ...]
    rules: tuple[str, ...]
    under: tuple[int, ...] = ()
    inner: str | None = None
    made: bool = False
    places: tuple[str, ...] = ("in", "at")
    hosted: bool = False
    as_in: int | None = None
    joined: tuple[Match, ...] = ()
    nouns: tuple[int, ...] = ()


def without(actors: tuple[Actor, ...], others: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The actors that are not among the others."""
    return tuple(a for a in actors if not any(same(a, b) for b in others))


def type_of(draft: Draft, statuses: Statuses) -> str | None:
    """PLOVER's type of what is told; None where its kind has none."""
    return statuses.lexicon.kinds[draft.kind].type
