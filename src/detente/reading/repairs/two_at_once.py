"""Tokens in, two names before "in" that a headline joins by a comma alone read as two: "Ruritania, Sylvania in talks"."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

NAME, APPOSED, COMMA, IN = "NNP", "appos", ",", "in"


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


def _is_second(second: Token, first: Token) -> bool:
    return second.tag_ == NAME and second.dep_ == APPOSED and second.head is first
