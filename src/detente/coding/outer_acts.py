"""An act and one that it governs in, whether the outer one is told by itself out."""

from __future__ import annotations

from detente.coding.frames import Match
from detente.knowledge.frames import Operator

TALKS, DECLINED = "talks", "refusal of talks"  # kinds


def is_talk(match: Match) -> bool:
    """ "The two premiers discussed a truce": they have talked, whatever comes of it."""
    return match.frame.kind == TALKS and len(match.actors) + len(match.recipients) > 1


def says_less(inner: Match, outer: Match, operator: Operator) -> bool:
    """ "Spurned an invitation from the king to discuss a vote": with whom nobody says, but whose invitation it was."""
    if not (operator.swap or outer.frame.kind == DECLINED):
        return False
    lacking = {"recipient": inner.recipients, "actor": inner.actors}
    return bool(outer.actors and outer.recipients) and any(
        not lacking.get(n, True) for n in inner.frame.needs
    )
