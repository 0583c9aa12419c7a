"""A draft without a day and the verb that tells of it in, the day of the verb beside it out.

"Expelled two envoys on Monday and recalled its ambassador": one day. "Expelled two envoys on Monday. It also recalled
its ambassador": the same, in the next sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from detente.coding.coming import Attached
from detente.coding.days_beside import verb_of
from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.graph import Graph, Predicate
from detente.reading.tokens import Token
from detente.records import TimeExpression

BESIDE, TOP, BY_ITSELF = "conj", "ROOT", "advmod"
SUBJECTS, PRONOUN = ("nsubj", "nsubjpass"), "PRON"
LEADS, LENGTH_OF_A_DAY, DATE = ("on", None), len("2013-02-12"), "DATE"
WHY = "the day of what is told beside it"


def shared_day(
    draft: Draft, statuses: Statuses, attached: Attached, published: str | None
) -> TimeExpression | None:
    """The day on which the same subject did what is told just before; None where another time may be meant."""
    graph, verb = statuses.graph, verb_of(draft, statuses)
    if verb is None or published is None or not _is_told(verb):
        return None
    token = graph.doc[verb.head]
    if any(c.lower_ in graph.words["words of another time"] for c in token.children):
        return None
    for above in _beside(token, graph):
        other = graph.predicates.get(above.i)
        if other is None or not _is_told(other):
            return None
        for item in attached.get(above.i, ()):
            time = item.time
            day = time.type == DATE and item.preposition in LEADS and len(time.value) == LENGTH_OF_A_DAY
            if day and (time.latest or "~") <= published[:10]:
                return msgspec.structs.replace(time, note=WHY)
    return None


def _is_told(verb: Predicate) -> bool:
    """In the plain past: what "has been" done was done on whatever day."""
    return verb.tense == "past" and not verb.perfect and verb.modal is None


def _beside(token: Token, graph: Graph) -> Iterator[Token]:
    """The verbs before it of one subject, the nearest first, and that of the sentence before "it also"."""
    own = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    while own is None and token.dep_ == BESIDE and token.head.i < token.i:
        token = token.head
        yield token
        own = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
        if own is not None:
            return
    if token.dep_ != TOP or own is None or own.pos_ != PRONOUN or not token.sent.start:
        return
    if any(c.dep_ == BY_ITSELF and c.lower_ in graph.words["words that add"] for c in token.lefts):
        yield graph.doc[token.sent.start - 1].sent.root
