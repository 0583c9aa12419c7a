"""A pronoun for whom something is said to in, whom the act before was aimed at out."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator

from detente.coding.actors.pointing.binding import OBJECTS, aimed_at
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Token

TO_MIND = ("on", "to")  # "called on it"


def accused(
    token: Token, actors: Container[int], accusing: Collection[str], aims: Collection[str]
) -> int | None:
    """Of "it" in "sued Sylvania at the court, accusing it of raids", "chided Sylvania over its ties with Graustark and
    urged it to cut them", the actor whom the act before was aimed at."""
    on = token.dep_ == "pobj" and token.head.lower_ in TO_MIND
    clause = token.head.head if on else token.head
    if not (on or token.dep_ in OBJECTS) or clause.lemma_.lower() not in accusing:
        return None
    for verb in _acts_before(clause):
        aimed = [t for t in aimed_at(verb, aims) if verb.i < t.i < clause.left_edge.i]
        owners = (c for t in aimed for c in t.lefts if c.dep_ == "poss")  # "summoned Sylvania's envoy"
        known = [t.i for t in (*aimed, *owners) if t.i in actors]
        if known:
            return known[-1]
    return None


def _acts_before(clause: Token) -> Iterator[Token]:
    """The verbs before, latest first, that have the same subject."""
    first = clause.head
    if clause.dep_ == "advcl" and clause.tag_ == "VBG" and first.pos_ == "VERB":
        yield first
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        if any(c.dep_ in SUBJECTS for c in clause.lefts):
            return
        clause = clause.head
        yield clause
