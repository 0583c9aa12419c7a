"""A parsed text in, the same with what a comma adds to a whole clause no longer the verb's object out.

"Arrives in Strelsau for a visit, her first as premier": she arrives, and the visit is her first; nobody arrives a visit.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

OBJECT, NOUNS = frozenset({"dobj"}), frozenset({"NN", "NNS"})
COMMA, BEHIND = ",", frozenset({"pobj", "npadvmod"})
OBJECTS = frozenset({"dobj", "dative", "ccomp", "xcomp"})
OWNERS = frozenset({"poss", "det"})
CLAUSES = frozenset({"pcomp", "relcl", "acl", "advcl"})


def repair_afterthoughts(doc: Doc) -> Doc:
    """The same document."""
    for noun in doc.having(dep_=OBJECT, tag_=NOUNS):
        named = _named_before(noun)
        if named is not None:
            noun.hang(named, "appos")
    return doc


def _named_before(noun: Token) -> Token | None:
    """The noun behind a preposition of the verb that ends right before the one comma between the two."""
    verb = noun.head
    if verb.i >= noun.i:
        return None
    start = noun.left_edge.i
    if start == 0 or noun.doc[start - 1].text != COMMA:
        return None
    if not any(c.dep_ in OWNERS for c in noun.lefts) or _ends_a_list(noun):
        return None
    between = noun.doc[verb.i + 1 : start - 1]
    if not between or any(t.text == COMMA for t in between):
        return None
    if any(c.dep_ in OBJECTS and c.i < noun.i for c in verb.children):
        return None
    last = noun.doc[start - 2]
    while last.dep_ not in BEHIND and last.head.i > verb.i and last.head is not last:
        last = last.head
    return last if last.dep_ in BEHIND and last.i > verb.i else None


def _ends_a_list(noun: Token) -> bool:
    """Whether an "and" stands with the noun, outside a clause about it: "calls for calm, the release of captives and an
    election"."""
    return any(t.dep_ == "cc" and not _in_clause(t, noun) for t in noun.subtree)


def _in_clause(token: Token, noun: Token) -> bool:
    while token is not noun:
        if token.dep_ in CLAUSES:
            return True
        token = token.head
    return False
