"""A parsed text in, the same with whoever is told to do as another does joined to that one out.

"Ruritania recalled its envoy, as did Sylvania", "so did Sylvania", "Ruritania, joined by Sylvania, recalled its envoy",
"Ruritania, as well as Sylvania, did so": the parser takes it for another clause, or for another name of the first.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

ALIKE, FINITE = ("as", "so", "nor", "neither"), ("VBD", "VBP", "VBZ")
NAMES, NOUNS = ("NNP", "NNPS"), ("NN", "NNS", "NNP", "NNPS")
AGENT, OBJECT, AS, WELL = "agent", "pobj", "as", "well"
MISREAD = frozenset({"appos", "conj", "dobj", "npadvmod", "pobj"})
WITHIN = frozenset({"compound", "amod", "det", "nummod", "poss", "nmod"})
INNER = ("xcomp", "conj", "advcl", "acl")
FOLLOWS = frozenset({"nsubj", "nsubjpass", "attr", "dobj", "npadvmod"})


def repair_alike(doc: Doc, joined: Collection[str]) -> Doc:
    """The same document. joined: participles of whom others do it with."""
    for token in doc.having(lower_=("did", "does", "do", "has", "have", "had", "was", "were", "is", "are")):
        _join_who_does_so(token)
    for token in doc.having(lower_=(*joined, WELL)):
        if token.lower_ == WELL:
            _join_after_well(token)
        elif token.dep_ in ("acl", "advcl") and token.tag_ == "VBN":
            _join_who_joins(token)
    return doc


def _join_who_does_so(verb: Token) -> None:
    """Behind "as did" or "so did", where nothing else is said of them."""
    first = verb.head
    while first.dep_ in INNER and not any(c.dep_ in SUBJECTS for c in first.lefts):
        first = first.head
    if verb.i < 2 or verb.nbor(-1).lower_ not in ALIKE or first.pos_ != "VERB" or first.i > verb.i:
        return
    who = next((c for c in verb.rights if c.dep_ in FOLLOWS), None)
    if verb.tag_ not in FINITE or who is None or who.left_edge.i != verb.i + 1 or who.tag_ not in NOUNS:
        return
    others = [c for c in verb.children if c is not who and c.i > verb.i and c.pos_ != "PUNCT"]
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    if not others and subject is not None:
        who.hang(subject, "conj")


def _join_who_joins(joined: Token) -> None:
    """The agent of "joined" that is said of the subject before its verb, or opens the sentence."""
    opens = joined.dep_ == "advcl"
    who = next((c for c in joined.head.lefts if c.dep_ in SUBJECTS), None) if opens else joined.head
    by = next((c for c in joined.rights if c.dep_ == AGENT), None)
    other = next((c for c in by.rights if c.dep_ == OBJECT), None) if by is not None else None
    if by is None or other is None or who is None or who.dep_ not in SUBJECTS or other.tag_ not in NOUNS:
        return
    if who.head.i < joined.i:  # "will hold drills, joined by Sylvania"
        return
    first, second = (other, who) if other.i < who.i else (who, other)
    first.hang(who.head, who.dep_)
    by.hang(first, "cc")
    second.hang(first, "conj")


def _join_after_well(well: Token) -> None:
    """Who stands behind "as well as": no other name or object, but one more beside the name before it."""
    doc, end = well.doc, well.sent.end
    if well.i + 2 >= end or well.i < 2 or doc[well.i + 1].lower_ != AS or doc[well.i - 1].lower_ != AS:
        return
    link, other, before = doc[well.i + 1], doc[well.i + 2], doc[well.i - 2]
    before = before.nbor(-1) if before.text == "," else before
    while other.dep_ in WITHIN and other.head.i > other.i:
        other = other.head
    verb = other.head
    if other.tag_ not in NOUNS or before.tag_ not in NOUNS or other.left_edge.i != link.i + 1:
        return
    if other.dep_ in SUBJECTS and verb.head is before and verb.dep_ == "conj" and before.head is before:
        _raise_verb(verb, before)
    elif not _is_misread(other, before):
        return
    first = before if other.dep_ != "appos" else other.head
    link.hang(first, "cc")
    other.hang(first, "conj")


def _is_misread(other: Token, before: Token) -> bool:
    """An apposition, or a name that hangs on another word than the name before it."""
    names = before.tag_ in NAMES and other.tag_ in NAMES
    if other.dep_ == "conj" and other.head.tag_ in NAMES:
        return False
    return other.dep_ in MISREAD and (names or other.dep_ == "appos")


def _raise_verb(verb: Token, name: Token) -> None:
    """ "Ruritania as well as Sylvania broke the truce": no name with another sentence beside it."""
    verb.hang(verb, "ROOT")
    for child in [c for c in name.rights if c.i > verb.i]:
        child.hang(verb, child.dep_)
    name.hang(verb, "nsubj")
