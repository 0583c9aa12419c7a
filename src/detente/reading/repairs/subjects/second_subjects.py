"""A parsed text in, the same out with the subject given back to a second verb that an insertion parts from it.

"Graustark summons the envoy, and Sylvania, citing unrest, closes its embassy": the parser joins Sylvania to the first
verb, or to its object, and has Graustark close it. "Recall their envoys from Sylvania, whose army shot at a jet, and
close their airspace": it has Sylvania's army close it, though that goes on in another tense.
"""

from __future__ import annotations

from detente.reading.shapes import ANY_SUBJECTS
from detente.reading.tokens import Doc, Token

JOINING, COMMA = ("and", "but", "while"), ","
NAMES, INSERTED = ("NNP", "NNPS", "NN", "NNS"), ("VBG", "VBN")
FINITE, HELPING = ("VBD", "VBZ", "VBP"), ("aux", "auxpass")
JOINED, RELATIVE, PAST = "conj", "relcl", "VBD"
TODAY, BARE = ("VBZ", "VBP"), "VB"
LONGEST = 24  # tokens of an insertion


def repair_second_subjects(doc: Doc) -> Doc:
    """The same document."""
    for joining in doc.having(lower_=JOINING):
        if joining.i < 2 or joining.nbor(-1).text != COMMA or joining.i + 4 >= joining.sent.end:
            continue
        name = _joined_behind(joining)
        verb = _verb_behind(name) if name is not None else None
        first = _verb_over(name, verb) if name is not None and verb is not None else None
        if name is not None and verb is not None and first is not None:
            _part(first, joining, name, verb)
    return doc


def repair_after_relatives(doc: Doc) -> Doc:
    """The same document; what is told in the present goes on with a verb of the present."""
    for joining in doc.having(lower_=JOINING[:2]):
        clause = joining.head
        if clause.dep_ != RELATIVE or clause.tag_ != PAST or joining.nbor(-1).text != COMMA:
            continue
        second = next((c for c in clause.rights if c.dep_ == JOINED and c.i > joining.i), None)
        first = next((w for w in clause.ancestors if w.tag_ in TODAY), None)
        if second is None or first is None or second.tag_ not in (*TODAY, BARE):
            continue
        if second.left_edge.i == joining.i + 1 == second.i and not any(
            c.dep_ in HELPING for c in second.lefts
        ):
            second.tag_ = first.tag_ if second.tag_ == BARE else second.tag_
            joining.hang(first, "cc")
            second.hang(first, JOINED)
    return doc


def _joined_behind(joining: Token) -> Token | None:
    """The name right behind, with a comma and a participle behind it."""
    start = joining.nbor()
    name = next((w for w in (start, *start.ancestors) if w.dep_ == JOINED), None)
    if name is None or name.left_edge.i != start.i or name.tag_ not in NAMES or name.i + 2 >= name.sent.end:
        return None
    return name if name.nbor().text == COMMA and name.nbor(2).tag_ in INSERTED else None


def _verb_behind(name: Token) -> Token | None:
    """The finite verb without a subject right behind the second comma."""
    doc = name.doc
    for at in range(name.i + 3, min(name.sent.end - 1, name.i + LONGEST)):
        word = doc[at + 1]
        if doc[at].text != COMMA or word.tag_ not in FINITE:
            continue
        verb = word.head if word.dep_ in HELPING else word
        return verb if not any(c.dep_ in ANY_SUBJECTS and c.i > name.i for c in verb.lefts) else None
    return None


def _verb_over(name: Token, second: Token) -> Token | None:
    """The verb of the clause before."""
    above = (w for w in name.ancestors if w.tag_ in FINITE and w.i < name.i and w is not second)
    return next(above, None)


def _part(first: Token, joining: Token, name: Token, second: Token) -> None:
    if first in second.subtree and first.head.i != first.i:
        first.hang(first if second.dep_ == "ROOT" else second.head, second.dep_)
    joining.hang(first, "cc")
    inserted = name.nbor(2)
    name.hang(second, "nsubj")
    second.hang(first, JOINED)
    if inserted.head in (first, name) or second in inserted.subtree:
        inserted.hang(second, "advcl")
