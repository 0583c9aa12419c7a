"""Tokens in, the verb between a clause of "which" and who says so given back its far subject out.

"The meeting, of which the papers wrote so much, never took place, said an aide": the parser lets the meeting say it and
hangs the verb on what the papers wrote.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

FINITE = ("VBD", "VBZ", "VBP")
HUNG = ("conj", "dep")


def repair_told_last(doc: Doc) -> Doc:
    """The same document; only where the verb of saying has who says it behind, and the other verb stands between commas."""
    for verb in doc.having(dep_=HUNG):
        if verb.dep_ not in HUNG or verb.tag_ not in FINITE or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        clause = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
        saying = None if clause is None else _saying_behind(verb)
        subject = None if saying is None else next((c for c in saying.lefts if c.dep_ == "nsubj"), None)
        if clause is None or saying is None or subject is None or not _is_below(clause, subject):
            continue
        if _follows_comma(verb):
            verb.hang(saying, "ccomp")
            subject.hang(verb, "nsubj")
    return doc


def _saying_behind(verb: Token) -> Token | None:
    """The verb right behind the clause, with its own subject after it."""
    saying = next((t for t in verb.ancestors if t.dep_ == "ROOT"), None)
    if saying is None or saying.i < verb.i or not any(c.dep_ == "nsubj" for c in saying.rights):
        return None
    return saying


def _is_below(clause: Token, subject: Token) -> bool:
    return any(t.i == subject.i for t in clause.ancestors)


def _follows_comma(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text == ","
