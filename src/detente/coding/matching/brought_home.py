"""A rule about people whom a state brings home in, these as those whom it helps out where nobody says whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from detente.knowledge.frames import Frame
from detente.records import Actor

RESCUE, OWN_PEOPLE = "rescue", "its own people"


def own_people(frame: Frame, actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """ "Flew nine students out of Sylvania": those of whoever flew them, by a rule that is about his own."""
    if frame.kind != RESCUE or frame.own != frame.recipient:
        return ()
    lands = dict.fromkeys(a.country for a in actors if a.country)
    return tuple(
        Actor(name=f"people ({land})", country=land, sectors=("CVL",), span=None, inferred=OWN_PEOPLE)
        for land in lands
    )
