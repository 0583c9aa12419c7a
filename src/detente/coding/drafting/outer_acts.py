"""An act and one that it governs in, whether the outer one is told by itself, and who does the inner one, out."""

from __future__ import annotations

from detente.coding.matching.frames import Match
from detente.coding.matching.lexicon import bars, conditions_of
from detente.coding.roles.known import word_of
from detente.coding.standing.composing import Applied
from detente.coding.standing.status import Statuses
from detente.knowledge.frames import Frame, Operator
from detente.reading.tokens import Doc, Token
from detente.records import Actor

TALKS, WHERE = ("talks", "call"), ("in", "at")  # kinds; prepositions
SUBJECT, ACTOR = "subject", "actor"
DOER = ("subject", "poss")


def is_talk(match: Match) -> bool:
    """ "The two premiers discussed a truce": they have talked, whatever comes of it."""
    return match.frame.kind in TALKS and len(match.actors) + len(match.recipients) > 1


def says_less(inner: Match, outer: Match, operator: Operator, doc: Doc) -> bool:
    """ "Spurned an invitation from the king to discuss a vote": with whom nobody says, but whose invitation it was."""
    if not (operator.swap and outer.actors and outer.recipients):
        return False
    over = [_over(a, doc) for a in outer.recipients]
    named = all(above is not None and above.lower_ not in WHERE for above in over)  # not "talks in Zenda"
    lacking = {"recipient": inner.recipients, "actor": inner.actors}
    return named and any(not lacking.get(n, True) for n in inner.frame.needs)


def _over(actor: Actor, doc: Doc) -> Token | None:
    word = word_of(actor, doc)
    return word.head if word is not None else None


def takes_over(operator: Operator) -> bool:
    """Whether the operator's own predicate is no event beside the one that it governs."""
    beside = operator.keeps and not operator.swap
    return not beside and (operator.status is not None or operator.makes is not None)


def is_kept_from_doer(frame: Frame, applied: Applied, statuses: Statuses) -> bool:
    """Whether the frame's rule rules out whoever the operator would make its actor."""
    predicate = statuses.graph.predicates.get(applied.head)
    if predicate is None or not applied.operator.actor or ACTOR not in frame.needs:
        return False
    unless = conditions_of(frame, statuses.lexicon).unless
    own = tuple([(DOER, tests) for names, tests in unless if SUBJECT in names])
    return bool(own) and bars(own, predicate, statuses.graph, statuses.mentions, statuses.lexicon)
