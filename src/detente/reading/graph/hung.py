"""What hangs on a verb in, whether it belongs to it and as what out."""

from __future__ import annotations

from detente.reading.graph.negation import Words
from detente.reading.tokens import Token

INFINITIVES = ("ccomp", "xcomp")


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
