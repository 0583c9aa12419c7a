"""A parsed text in, the same with lists of deeds after a preposition made lists out.

"Accused Sylvania of shelling its towns, sinking a ferry and arming rebels": the parser takes all deeds but the first
for what the accuser does meanwhile.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

GERUND, AFTER, BESIDE = "VBG", "pcomp", ("advcl", "acl")
SAID_OF = ("of", "with", "against")  # what stands after these is nothing that is done meanwhile
DONE = ("for", "by")  # "jailed for leading a strike, prompting protests and drawing criticism" lists nothing


def repair_listed_deeds(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(dep_=BESIDE):
        if token.tag_ != GERUND or token.i < 2 or token.nbor(-1).lower_ != ",":
            continue
        link = _last_link(token)
        first = _first_deed(token) if link is not None else None
        if first is None or link is None:
            continue
        word = first.head.lower_
        if word in SAID_OF or (word in DONE and link.nbor(-1).lower_ == ","):
            token.hang(first, "conj")
    return doc


def _last_link(token: Token) -> Token | None:
    """The "and" before the last deed of the list."""
    links = (c for c in token.rights if c.dep_ == "cc" and c.i + 1 < len(token.doc))
    return next((c for c in links if c.nbor().tag_ == GERUND), None)


def _first_deed(token: Token) -> Token | None:
    """The gerund that a preposition has right before the comma: of the same verb, or of its object."""
    over = {token.head.i, *(c.i for c in token.head.children)}
    before = token.doc[token.head.left_edge.i : token.i - 1]
    gerunds = (t for t in before if t.tag_ == GERUND and t.dep_ == AFTER and t.head.head.i in over)
    return next((t for t in gerunds if t.right_edge.i == token.i - 2), None)
