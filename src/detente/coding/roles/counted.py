"""A meeting in, who meets there where only office and number are told out: "the talks between the two premiers"."""

from __future__ import annotations

from detente.reading.graph import Graph
from detente.reading.tokens import Token

WHO_MEETS = ("of", "between", "by", "subject")
PLURAL, ARTICLE, NUMBER, POSSESSOR = "NNS", "DT", "nummod", "poss"


def counted(head: int, graph: Graph) -> list[int]:
    """The nouns that count those who meet and do not say whose they are."""
    return [h for h in graph.predicates[head].heads(*WHO_MEETS) if _are_counted(graph.doc[h])]


def _are_counted(who: Token) -> bool:
    """ "The two premiers", and not "two envoys" or "Sylvania's two envoys"."""
    known = any(c.tag_ == ARTICLE for c in who.lefts) and not any(c.dep_ == POSSESSOR for c in who.lefts)
    return who.tag_ == PLURAL and known and any(c.dep_ == NUMBER for c in who.lefts)
