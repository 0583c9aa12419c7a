"""A clause or noun beside a verb in, the name of how it hangs there out ("because", "purpose", "by how much")."""

from __future__ import annotations

from detente.reading.graph.negation import Words
from detente.reading.tokens import Token

NAMED = ("compound", "nmod", "poss")


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


def agent_name(noun: Token, words: Words) -> str:
    """Who did it; "delayed by at least 30 days", "cut by 10%" say by how much, "by the end of June" until when."""
    lemma = noun.lemma_.lower()
    unit = lemma in words["units of time"]
    counted = unit and any(c.dep_ == "nummod" for c in noun.lefts)
    if counted or noun.text == "%" or noun.pos_ == "NUM":
        return "by how much"
    date = noun.lower_ in words["names of days"] and not any(c.dep_ in NAMED for c in noun.lefts)
    return "by" if unit or date or lemma in words["ends of a time"] else "subject"
