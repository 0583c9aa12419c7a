"""Predicates in, the same out with what is said as the clause of who says so in its midst.

"Sylvania, the king said, was arming": the parser hangs "said" below "arming", as it does with the first of two clauses
that a semicolon parts.
"""

from __future__ import annotations

from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc, Token

ASIDE, SUBJECTS, COMMA = "parataxis", ("nsubj", "nsubjpass"), ","


def give_asides_what_they_tell(doc: Doc, predicates: Predicates) -> None:
    """Only an aside with a subject and without a clause or object: what else it says is another thing."""
    for token in doc.having(dep_=(ASIDE,)):
        if not _is_amid(token):
            continue
        aside, told = predicates.get(token.i), predicates.get(token.head.i)
        if aside is None or told is None or told.pos != "verb" or not aside.has("subject"):
            continue
        if aside.mood == "indicative" and not any(aside.has(name) for name in ("clause", "attr", "purpose")):
            predicates[token.i] = aside.adding(Argument("clause", told.head))


def _is_amid(aside: Token) -> bool:
    """Between the subject and the verb of what is said, and commas."""
    first = aside.left_edge.i
    subject = next((c for c in aside.head.lefts if c.dep_ in SUBJECTS and c.i < first), None)
    return subject is not None and aside.i < aside.head.i and aside.doc[first - 1].text == COMMA
