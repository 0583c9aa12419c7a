"""Tokens in, names that the parser takes for another name of the one before read as names beside it out.

"Ruritania, Sylvania in talks" of a headline, "between Ruritania, the Zenda and Graustark" in a list of three.
"""

from __future__ import annotations

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

NAME, APPOSED, COMMA, IN, AND = "NNP", "appos", ",", "in", "and"
NAMES, THE, JOINED = ("NNP", "NNPS"), "the", "conj"


def repair_two_at_once(doc: Doc) -> Doc:
    """The same document; only a line that opens with the two names is changed."""
    for sentence in doc.sents:
        first = sentence.root
        if first.i != sentence.start or first.tag_ != NAME or first.i + 3 >= sentence.end:
            continue
        comma, second, after = (first.nbor(n) for n in (1, 2, 3))
        if comma.text == COMMA and _is_second(second, first) and after.lower_ == IN:
            second.hang(first, "conj")
            after.hang(first, "prep")
    return doc


def repair_three_listed(doc: Doc) -> Doc:
    """The same document; a name that has no more than "the" before it says nothing of the name before."""
    for joining in doc.having(lower_={AND}):
        if joining.i < 3 or joining.nbor(-1).text != COMMA or joining.i + 1 >= joining.sent.end:
            continue
        second, first = joining.nbor(-2), joining.nbor(-2).head
        if second.left_edge.i != second.i - 1 or second.left_edge.lower_ != THE:
            continue
        beside = first.i == second.i - 3 and first.tag_ in NAMES and second.tag_ in NAMES
        last = _headed_at(joining.nbor())
        if beside and last is not None and (second.dep_ == APPOSED or _is_second_subject(last, first)):
            second.hang(first, JOINED)
            joining.hang(second, "cc")
            last.hang(second, JOINED)
    return doc


def _is_second_subject(last: Token, first: Token) -> bool:
    """ "Talks with Ruritania, the Zenda, and Graustark began": the verb has the talks for its subject."""
    others = any(c.dep_ in SUBJECTS and c.i < first.i for c in last.head.lefts)
    return last.dep_ in SUBJECTS and others


def _headed_at(start: Token) -> Token | None:
    """The name whose words begin here."""
    found = [w for w in (start, *start.ancestors) if w.left_edge.i == start.i and w.tag_ in NAMES]
    return found[-1] if found else None


def _is_second(second: Token, first: Token) -> bool:
    return second.tag_ == NAME and second.dep_ == APPOSED and second.head is first
