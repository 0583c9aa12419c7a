"""A verb that gives a name in, the same with the quoted name that stands before its object found out.

"Called 'deeply troubling' Sylvania's arrest of a writer": the parser takes what is quoted for a part of the arrest, and
the arrest for what something is called.
"""

from __future__ import annotations

from collections.abc import Set

from detente.reading.shapes import NOUNS
from detente.reading.tokens import Doc, Token

OPENING, CLOSING = "``", "''"  # tags
OBJECT, CALLED = "dobj", "oprd"
TAKEN_FOR = (OBJECT, CALLED, "attr", "ccomp")
NAMES = ("JJ", "VBG", "VBN", "NN", "NNS")
LONGEST = 6  # words of a quoted name


def repair_quoted_before(doc: Doc, calling: Set[str]) -> Doc:
    """The same document. calling: verbs that give a name."""
    for opening in doc.having(tag_=(OPENING,)):
        verb = doc[opening.i - 1] if opening.i else opening
        if verb.lemma_.lower() not in calling or verb.pos_ != "VERB":
            continue
        inside = _quoted(opening)
        if not inside or inside[-1].tag_ not in NAMES:
            continue
        behind = inside[-1].i + 1
        named = next((c for c in verb.rights if c.i > behind and c.dep_ in TAKEN_FOR), None)
        if named is not None and named.tag_ in NOUNS and named.left_edge.i <= behind + 1:
            _name_so(inside, named, verb)
    return doc


def _quoted(opening: Token) -> list[Token]:
    """The few words up to the mark that closes it."""
    found: list[Token] = []
    for token in opening.doc[opening.i + 1 : opening.sent.end]:
        if token.tag_ == CLOSING:
            return found
        found.append(token)
        if len(found) > LONGEST:
            break
    return []


def _name_so(inside: list[Token], named: Token, verb: Token) -> None:
    name, places = inside[-1], {t.i for t in inside}
    for word in inside[:-1]:
        if word.head.i not in places:
            word.hang(name, word.dep_)
    for child in list(name.children):
        if child.i > name.i:
            child.hang(named, child.dep_)
    name.hang(verb, CALLED)
    named.hang(verb, OBJECT)
