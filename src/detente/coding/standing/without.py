"""A word in, whether it stands behind "without", and as what, out: gone without, or only supposed away."""

from __future__ import annotations

from detente.coding.standing.composing import COMING
from detente.coding.standing.status import Statuses
from detente.reading.graph import Predicate


def is_supposed_away(word: Predicate, statuses: Statuses) -> bool:
    """ "Without the loans it is likely to fail": there may be such; but "went home without a deal"."""
    graph = statuses.graph
    over = [g.head for g in graph.governors.get(word.head, ()) if g.name in graph.words["without"]]
    if not over or not _opens_sentence(word, statuses):
        return False
    below = [h for head in over for h in (head, *_complements(head, statuses))]
    return any(statuses.readings(head)[0].status in (*COMING, "hypothetical") for head in below)


def _opens_sentence(word: Predicate, statuses: Statuses) -> bool:
    token = statuses.graph.doc[word.head]
    return token.left_edge.i - 1 == token.sent.start


def is_gone_without(word: Predicate, statuses: Statuses) -> bool:
    """ "May copy it without permission", "will leave them without pay"."""
    graph = statuses.graph
    if not any(g.name in graph.words["without"] for g in graph.governors.get(word.head, ())):
        return False
    return not _opens_sentence(word, statuses)


def _complements(head: int, statuses: Statuses) -> tuple[int, ...]:
    """The infinitives of a verb, be they of an adjective that stands with it ("is likely to fail")."""
    inner = [g for c in statuses.graph.doc[head].children for g in (c, *c.children)]
    return tuple(c.i for c in inner if c.dep_ == "xcomp" and c.i in statuses.graph.predicates)
