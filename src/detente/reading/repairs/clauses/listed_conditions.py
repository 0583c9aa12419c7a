"""A parsed text in, verbs that go on with a condition hung where the condition stands out.

"Will stop the raids if Sylvania frees the captives, does not arm the rebels and signs the pact": the parser joins all but
the first to what will be done. But a present or past is joined to no bare infinitive after "will".
"""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS, FINITE
from detente.reading.tokens import Doc, Token

JOINED, CLAUSE, MARK, MODAL = "conj", "advcl", "mark", "MD"
AUXILIARIES = ("aux", "auxpass")


def repair_listed_conditions(doc: Doc, conditions: frozenset[str]) -> Doc:
    """The same document; `conditions` are the conjunctions that open a condition ("if")."""
    for verb in doc.having(dep_=(JOINED,)):
        tense = _tense(verb)
        if tense not in FINITE or any(c.dep_ in ANY_SUBJECTS for c in verb.lefts):
            continue
        if not any(c.dep_ == "aux" and c.tag_ == MODAL for c in verb.head.lefts):
            continue
        condition = _condition(verb, conditions)
        if condition is not None and _tense(condition) == tense:
            verb.hang(condition, JOINED)
    return doc


def _tense(verb: Token) -> str:
    """The tag of what carries the tense: the verb, or its first auxiliary."""
    return next((c.tag_ for c in verb.lefts if c.dep_ in AUXILIARIES), verb.tag_)


def _condition(verb: Token, conditions: frozenset[str]) -> Token | None:
    """The clause with a condition between the verb and what it is joined to, if it is the last before it."""
    clauses = [c for c in verb.head.rights if c.dep_ == CLAUSE and c.i < verb.i]
    last = clauses[-1] if clauses else None
    marked = last is not None and any(c.dep_ == MARK and c.lower_ in conditions for c in last.lefts)
    return last if marked else None
