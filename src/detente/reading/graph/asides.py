"""Predicates in, the same out with what an aside speaks of.

"Sylvania, the king said, was arming": the parser hangs "said" below "arming", as it does with the first of two clauses
that a semicolon parts. "Sylvania freed them, as demanded by Ruritania": it was Sylvania that was to free them.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.reading.graph.types import Argument, Predicates
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

ASIDE, COMMA = "parataxis", ","
AS, DOER, LEFT_OUT = "as", "as done by", ("object", "clause", "purpose", "attr", "to")


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


def give_asides_who_does_it(predicates: Predicates) -> None:
    """Only behind "as", and where the verb says nothing else of what is meant: that is the whole clause around it."""
    for above in predicates.verbs():
        for aside in [predicates[h] for h in above.heads(AS) if h in predicates]:
            if aside.pos != "verb" or aside.mood == "infinitive" or any(aside.has(name) for name in LEFT_OUT):
                continue
            doers = [h for h in above.heads("subject") if h not in aside.heads("subject")]
            told = replace(aside, mood="indicative", tense="past") if aside.mood == "participle" else aside
            predicates[aside.head] = told.adding(*(Argument(DOER, h) for h in doers))


def _is_amid(aside: Token) -> bool:
    """Between the subject and the verb of what is said, and commas."""
    first = aside.left_edge.i
    subject = next((c for c in aside.head.lefts if c.dep_ in SUBJECTS and c.i < first), None)
    return subject is not None and aside.i < aside.head.i and aside.doc[first - 1].text == COMMA
