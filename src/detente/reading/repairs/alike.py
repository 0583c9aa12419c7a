"""A parsed text in, the same with whoever is told to do as another does joined to that one out.

"Ruritania recalled its envoy, as did Sylvania", "so did Sylvania", "Ruritania, joined by Sylvania, recalled its envoy",
"Ruritania, as well as Sylvania, did so": the parser takes it for another clause, or for another name of the first.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECTS, AUXILIARIES = ("nsubj", "nsubjpass"), frozenset({"do", "have", "be"})
ALIKE, FINITE = ("as", "so", "nor", "neither"), ("VBD", "VBP", "VBZ")
NAMES, NOUNS = ("NNP", "NNPS"), ("NN", "NNS", "NNP", "NNPS")
JOIN, AGENT, OBJECT, AS, WELL = "join", "agent", "pobj", "as", "well"
FOLLOWS = frozenset({"nsubj", "nsubjpass", "attr", "dobj", "npadvmod"})


def repair_alike(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(lower_=("did", "does", "do", "has", "have", "had", "was", "were", "is", "are")):
        _join_who_does_so(token)
    for token in doc.having(lower_=("joined", WELL)):
        if token.lower_ == WELL:
            _join_after_well(token)
        elif token.dep_ in ("acl", "advcl") and token.tag_ == "VBN":
            _join_who_joins(token)
    return doc


def _join_who_does_so(verb: Token) -> None:
    """Behind "as did" or "so did", where nothing else is said of them."""
    first = verb.head
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
    """The agent of "joined" that is said of the subject."""
    who = joined.head
    if joined.dep_ == "advcl":
        who = next((c for c in joined.head.lefts if c.dep_ in SUBJECTS), who)
    by = next((c for c in joined.rights if c.dep_ == AGENT), None)
    other = next((c for c in by.rights if c.dep_ == OBJECT), None) if by is not None else None
    if by is None or other is None or who.dep_ not in SUBJECTS or other.tag_ not in NOUNS:
        return
    by.hang(who, "cc")
    other.hang(who, "conj")


def _join_after_well(well: Token) -> None:
    """Who stands behind "as well as": no other name of the first, and as a name joined to the name before it."""
    doc, link = well.doc, well.head
    if well.i + 1 >= len(doc) or doc[well.i + 1] is not link or link.lower_ != AS or link.dep_ != "cc":
        return
    first, at = link.head, well.i - 2
    at -= doc[at].text == "," and at > first.sent.start
    other = next((c for c in first.rights if c.left_edge.i == link.i + 1), None)
    if other is None or other.tag_ not in NOUNS:
        return
    if other.dep_ == "appos":
        other.dep_ = "conj"
    before = doc[at]
    if before.tag_ in NAMES and other.tag_ in NAMES and first.tag_ not in NAMES:
        link.hang(before, "cc")
        other.hang(before, "conj")
