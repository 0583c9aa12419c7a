"""The head of a content in, what the writer adds to it between commas out."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.attribution.candidates import Reading, last_word, subtree
from detente.reading.tokens import Token

CLAUSE_HEADS, ADDED = ("VERB", "AUX"), ("relcl", "appos")
SUMMED = ("appos", "dobj", "attr", "dep", "npadvmod")
CLOSING = ("relcl", *SUMMED)


def asides(head: Token, below: Sequence[Token], reading: Reading) -> set[int]:
    """What the writer adds between commas on a noun that is reported: appositions and relative clauses.

    below: the noun and all that hangs on it.
    """
    if head.pos_ not in ("NOUN", "PROPN", "PRON"):
        return set()
    added = [t for t in below if t.dep_ in ADDED and t.i > head.i]
    return {i for t in added if reading.quoted[t.i] is None and after_comma(t.left_edge) for i in subtree(t)}


def closing_aside(head: Token, below: Sequence[Token], tokens: set[int], reading: Reading) -> set[int]:
    """ "He said that he had lost, a result that surprised nobody": what the writer adds on the last noun."""
    if head.pos_ not in CLAUSE_HEADS:
        return set()
    for added in [t for t in below if t.i > head.i and t.dep_ in CLOSING and _adds(t, reading)]:
        start = added.left_edge.i
        if start not in tokens or added.right_edge.i < last_word(tokens, reading.doc):
            continue
        if any(reading.quoted[i] is not None for i in (start, added.i)) or not after_comma(added.left_edge):
            continue
        return {i for i in tokens if i >= start}
    return set()


def _adds(noun_or_clause: Token, reading: Reading) -> bool:
    """A relative clause with its pronoun in front, or "a plan that ...", which the parser takes for an object at times."""
    if noun_or_clause.dep_ == "relcl":
        return noun_or_clause.left_edge.tag_ in ("WDT", "WP", "WP$", "WRB")
    return noun_or_clause.left_edge.lower_ in reading.words["summing-up"]


def after_comma(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].text in (",", "—", "–", "”", '"', "''")
