"""A clause that is added to another in, the name of how it hangs there out ("because", "rather than", "purpose")."""

from __future__ import annotations

from detente.reading.tokens import Token


def adverbial_name(clause: Token) -> str:
    """The words before it, else its form."""
    marks = [c for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i]
    joined = [c for c in marks if c.dep_ == "mark" and c.i and _qualifies(c.nbor(-1))]
    if joined and clause.tag_ in ("VB", "VBG", "VBN"):  # "rather than negotiate"
        return f"{joined[0].nbor(-1).lower_} {joined[0].lower_}"
    mark = marks[0].lower_ if marks else None
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return "purpose"
    return mark or ("participle" if clause.tag_ in ("VBG", "VBN") else "adverbial")


def _qualifies(word: Token) -> bool:
    """ "rather than", but not "pressed privately for it to go"."""
    return word.dep_ == "advmod" and not word.lower_.endswith("ly")
