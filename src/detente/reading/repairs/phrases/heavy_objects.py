"""A parsed text in, objects that the parser hangs on a preposition given back to their verbs out.

"Let two hikers out of prison": read as hikers who are out. "Handed over to Zenda hundreds of files": the object is long,
and stands last.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OUT, OBJECTS = "out", ("dobj", "ccomp", "nsubjpass")


def repair_heavy_objects(doc: Doc) -> Doc:
    """The same document; only of "out", and behind a verb with a particle."""
    for token in doc.having(dep_=("prep",)):
        verb = token.head
        if token.dep_ != "prep" or verb.pos_ != "VERB" or any(c.dep_ in OBJECTS for c in verb.children):
            continue
        found = _let_out(token) if token.lower_ == OUT else _told_last(token)
        if found is not None and found.i > verb.i:
            found.hang(verb, "dobj")
    return doc


def _let_out(out: Token) -> Token | None:
    return next((c for c in out.lefts if c.dep_ == "nsubj"), None)


def _told_last(preposition: Token) -> Token | None:
    """The second of two nouns behind one preposition that nothing joins."""
    nouns = [c for c in preposition.rights if c.dep_ == "pobj"]
    apart = len(nouns) > 1 and nouns[1].left_edge.i == nouns[0].right_edge.i + 1
    particle = any(c.dep_ == "prt" for c in preposition.head.children)
    return nouns[1] if apart and particle else None
