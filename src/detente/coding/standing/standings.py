"""Where what a word names stands by itself: the ways in which it may, and whether it is told of as known."""

from __future__ import annotations

from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate
from detente.records import Status

Standing = tuple[Status, str]
FACT: Standing = ("occurred", "CT")
COMES: Standing = ("planned", "PR")
OPEN: Standing = ("hypothetical", "PS")
WITHHELD = ("cancelled", "declined", "denied")


def is_known(word: Predicate, statuses: Statuses) -> bool:
    """Whether it is told as one that the reader knows of."""
    known = statuses.graph.words["definite words"]
    return word.has("poss") or any(c.lower_ in known for c in statuses.graph.doc[word.head].children)
