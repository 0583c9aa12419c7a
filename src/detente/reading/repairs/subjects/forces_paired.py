"""A parsed text in, the same with forces that the parser took for adjectives read as the first of two sides out.

"A clash between the military and Islamic extremists": it makes them military and Islamic extremists, one side.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

TAKEN_FOR, BETWEEN, OBJECT = frozenset({"amod", "nmod"}), "between", "pobj"


def repair_forces_paired(doc: Doc, forces: frozenset[str]) -> Doc:
    """The same document. forces: "the military", "the opposition"; only after "between", where two must stand."""
    for token in doc.having(dep_=TAKEN_FOR):
        if token.lower_ in forces and token.i > 1 and _opens_pair(token):
            _part(token, token.head)
    return doc


def _opens_pair(force: Token) -> bool:
    article, other = force.nbor(-1), force.head
    after = article.dep_ == "det" and article.nbor(-1).lower_ == BETWEEN and other.i > force.i + 2
    return after and other.dep_ == OBJECT and any(c.dep_ == "cc" and c.i == force.i + 1 for c in force.rights)


def _part(force: Token, other: Token) -> None:
    force.tag_, force.pos_ = "NN", "NOUN"
    described = [c for c in force.rights if c.dep_ == "conj"]
    article = force.nbor(-1)
    force.hang(other.head, OBJECT)
    article.hang(force, "det")
    other.hang(force, "conj")
    for word in described:
        word.hang(other, "amod" if word.tag_[0] in "JV" else "compound")
