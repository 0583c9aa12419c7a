"""Why a side was inferred, for the reasons that a later step asks about: each is written and known again by one object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from detente.records import Actor


@dataclass(frozen=True)
class Reason:
    """What is said in `inferred`, with {} in the place of what is named."""

    words: str

    def of(self, *named: str) -> str:
        """The reason as it stands in the report."""
        return self.words.format(*named)

    def is_why(self, inferred: str | None) -> bool:
        """Whether a side was inferred for this reason."""
        if inferred is None:
            return False
        first, *rest = self.words.split("{}")
        begins, ends = inferred.startswith(first), inferred.endswith(rest[-1])
        return begins and ends and all(words in inferred for words in rest)


ANSWERS_FOR = Reason("answers for '{}'")
HELD_TO_ACCOUNT = Reason("{} is held to account for it")
KIN = Reason("whose kin press it: {}")
LIKELIEST = Reason("most likely meant: {}")
LIES_IN = Reason("the state in which {} lies")
ONLY_STATE = Reason("{} is the only state that the text names")
ONLY_HERE = Reason("{} is the only state that the sentence names")
ASKED_OF = Reason("'{}' is {}, who is asked")
OTHER_WHO_FIRED = Reason("{} is the other of the two who fired at each other")
SAID_BY = Reason("'{}' is said by {}")
SAID_TO_BE = Reason("said to be {}")  # "the attacker, a Sylvanian national"
SOLDIERS_TOLD = Reason("soldiers of {} are told of before")
STANDS_FOR = Reason("{} stands for {}")
TELLS_OF_HIMSELF = Reason("{} tells of himself")  # a sentence without a subject
THERE = Reason("they are in {}")  # no more than where they are
TOLD_BEFORE = Reason("{} was told of before")
WHOSE_IT_WAS = Reason("whose '{}' it was that was told of before")
WHY_DONE = Reason("it is told why that was done to {}")


def because(actors: Iterable[Actor], why: str) -> tuple[Actor, ...]:
    """These sides, inferred for that reason where they have none of their own."""
    return tuple([replace(a, inferred=a.inferred or why) for a in actors])


def only_because(actors: Iterable[Actor], why: str) -> tuple[Actor, ...]:
    """These sides, inferred for that reason, whatever was said of them where they stand."""
    return tuple([replace(a, inferred=why) for a in actors])
