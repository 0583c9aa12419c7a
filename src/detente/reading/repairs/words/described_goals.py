"""Tokens in, "to breakaway Abkhazia" mended, which the parser reads as an infinitive: the way leads to a land so described."""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

TO, OF, BASE, NAME = "to", "of", ("VB", "VBP"), "PROPN"
CLAUSES = ("acl", "relcl", "advcl", "xcomp", "ccomp")
INTO_OBJECT = ("compound", "amod", "nmod")


def repair_described_goals(doc: Doc, describing: frozenset[str]) -> Doc:
    """The same document. describing: words for a land that are taken for verbs ("breakaway", "rebel")."""
    for token in [t for t in doc.having(lower_=describing) if t.tag_ in BASE and t.lower_ in describing]:
        to = next((c for c in token.lefts if c.lower_ == TO and c.i == token.i - 1), None)
        land = next((c for c in token.rights if c.dep_ == "dobj"), None)
        if to is not None and land is not None and token.dep_ in CLAUSES and _follows(token, land):
            _read_as_goal(token, to, land)
    return doc


def _follows(token: Token, land: Token) -> bool:
    """Whether nothing but the name stands there, which no article opens."""
    words = [c for c in land.lefts if c.i > token.i]
    return land.pos_ == NAME and land.left_edge.i == token.i + 1 and all(c.dep_ in INTO_OBJECT for c in words)


def _read_as_goal(token: Token, to: Token, land: Token) -> None:
    above = _what_leads_there(token)
    for child in [c for c in token.children if c not in (to, land)]:
        child.hang(above, child.dep_)
    to.hang(above, "prep")
    to.pos_, to.tag_ = "ADP", "IN"
    land.hang(to, "pobj")
    token.hang(land, "amod")
    token.pos_, token.tag_ = "ADJ", "JJ"


def _what_leads_there(token: Token) -> Token:
    """ "Protested against the visit of a minister to": the visit leads there."""
    within = [c for c in token.head.rights if c.dep_ == "prep" and c.right_edge.i == token.left_edge.i - 1]
    nouns = [
        n for c in within for n in c.rights if n.dep_ == "pobj" and any(d.lower_ == OF for d in n.rights)
    ]
    return nouns[0] if nouns else token.head
