"""What hangs on a verb or noun in, whether it belongs to it and as what out: "because", "purpose", "by how much"."""

from __future__ import annotations

from detente.reading.graph.negation import Words
from detente.reading.tokens import Token

NAMED = ("compound", "nmod", "poss")
INFINITIVES = ("ccomp", "xcomp")


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


def is_how_long(noun: Token, words: Words) -> bool:
    """ "resigned a day before the vote": the parser takes the day for what is resigned."""
    after = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return noun.lemma_.lower() in words["units of time"] and after in words["before or after"]


def ordered(clause: Token, verb: Token, words: Words) -> Token | None:
    """ "Ordered Sylvanian soldiers to leave": who is to do it is ordered to, however the parser hung them."""
    if clause.dep_ not in INFINITIVES or clause.tag_ != "VB" or verb.lemma_ not in words["verbs of ordering"]:
        return None
    to = any(c.tag_ == "TO" for c in clause.lefts)
    return next((c for c in clause.lefts if to and c.dep_ == "nsubj"), None)
