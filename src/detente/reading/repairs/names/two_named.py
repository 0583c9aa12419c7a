"""A headline that joins two people by a comma alone in, the same with both of them as subjects out.

Also one of what somebody is to do: "Sylvania to send envoys" is all of it.

"Sylvanian president, Ruritanian premier discuss trade", "envoy, king to meet": the verb is a plural and each of the two
is one, so that the second is neither the name of the first, nor is the first a word of when.
"""

from __future__ import annotations

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Span, Token

COMMA = ","
BASE = ("VBP", "VB")
ONE = ("NN", "NNP")
LOOSE = ("npadvmod", "dep", "nsubj", "nmod", "advmod", "dislocated")
OF_ONE = ("det", "poss", "nummod", "relcl", "acl")
HELPING = ("aux", "auxpass", "mark")


def join_two_named(sentence: Span) -> None:
    """Make the second a conjunct of the first."""
    root = sentence.root
    if root.tag_ in BASE and not any(c.dep_ in HELPING for c in root.lefts):
        _join_subjects(sentence, root)
    elif root.tag_ in NOUNS and root.left_edge.i == sentence.start:
        _join_before_infinitive(root)


def _join_subjects(sentence: Span, verb: Token) -> None:
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if not subjects or subjects[-1].tag_ not in ONE:
        return
    last = subjects[-1]
    second = next((c for c in last.rights if c.dep_ == "appos" and c.right_edge.i + 1 == verb.i), None)
    if second is not None and last.left_edge.i == sentence.start:
        _join(last, second)
        return
    before = last.left_edge.i - 1
    if before <= sentence.start or verb.doc[before].text != COMMA or last.right_edge.i + 1 != verb.i:
        return
    first = next((c for c in verb.lefts if c.right_edge.i == before - 1 and c.dep_ in LOOSE), None)
    if first is not None and first.tag_ in ONE and first.left_edge.i == sentence.start:
        first.hang(verb, "nsubj")
        last.hang(first, "conj")


def _join_before_infinitive(first: Token) -> None:
    """ "King, envoy to meet in Strelsau"."""
    verb = next((c for c in first.rights if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"), None)
    second = next((c for c in first.rights if c.dep_ == "appos"), None)
    if verb is None or second is None or second.right_edge.i + 1 != verb.left_edge.i:
        return
    if verb.left_edge.dep_ == "aux":
        _join(first, second)


def _join(first: Token, second: Token) -> None:
    comma = second.left_edge.i - 1
    if first.doc[comma].text != COMMA or any(c.dep_ in OF_ONE for c in second.children):
        return
    second.hang(first, "conj")
