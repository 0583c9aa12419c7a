"""A parsed text in, the noun that a quoted name stands before as the head of that name out.

"Adds a firm to its 'sponsors of war' list", "in his 'axis of evil' speech": the parser makes sponsors the head, of a list.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OPENING, CLOSING = frozenset({"``", '"', "“"}), frozenset({"''", '"', "”"})
LONGEST = 8  # words in such a name
INSIDE, BEFORE = "nmod", ("poss", "det", "amod")
NOUNS = ("NN", "NNS")


def repair_quoted_titles(doc: Doc) -> Doc:
    """The same document."""
    for noun in doc.having(dep_=("pobj",)):
        if noun.tag_ not in NOUNS or noun.i < 2 or noun.nbor(-1).text not in CLOSING:
            continue
        first = noun.head.head
        opening = _opening(noun)
        if opening is not None and opening < first.i < noun.head.i and first.tag_ in NOUNS:
            _make_head(noun, first, opening)
    return doc


def _opening(noun: Token) -> int | None:
    """Where the quotation that ends before the noun begins."""
    first = max(noun.sent.start, noun.i - 2 - LONGEST)
    return next((t.i for t in reversed(noun.doc[first : noun.i - 1]) if t.text in OPENING), None)


def _make_head(noun: Token, first: Token, opening: int) -> None:
    joint = noun.head
    last = next((c for c in reversed(noun.lefts) if c.pos_ in ("NOUN", "PROPN") and c.i > joint.i), None)
    noun.hang(first.head, first.dep_)
    first.hang(noun, INSIDE)
    for child in list(first.lefts):
        if child.i < opening and child.dep_ in BEFORE:
            child.hang(noun, child.dep_)
    for child in list(first.rights):
        if child.i > noun.i:
            child.hang(noun, child.dep_)
    if last is not None:
        last.hang(joint, "pobj")
        for child in list(noun.lefts):
            if joint.i < child.i < last.i:
                child.hang(last, child.dep_)
