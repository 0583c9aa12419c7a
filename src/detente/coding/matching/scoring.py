"""How well a frame fits, to be compared with others that fit the same word."""

from __future__ import annotations

from detente.coding.matching.lexicon import Conditions
from detente.knowledge.frames import Frame
from detente.records import Actor


def score_of(
    entry: str,
    frame: Frame,
    when: Conditions,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
    *,
    added: bool,
) -> tuple[int, ...]:
    """Roles that are needed and there; whether it is the user's own; words and conditions; conditions on noun classes;
    roles that are there.
    """
    two = bool(recipients) or (frame.reciprocal and len(actors) > 1)
    complete = ("recipient" not in frame.needs or two) and ("actor" not in frame.needs or bool(actors))
    by_class = len([tests for _, tests in when if tests.forms or tests.classes])
    return complete, added, len(entry.split()) + len(when), by_class, bool(actors) + two, len(frame.needs)
