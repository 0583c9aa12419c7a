"""Predicates in, those given what a preposition right before "and" shares with a later one.

"Sanctions against and a freeze of trade with Sylvania" are against Sylvania; "imposes a ban on and expels four Sylvanian
ministers" bans ministers.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.graph.types import Argument, Predicates
from detente.reading.tokens import Doc, Token

LINKS = frozenset({"and", "or"})
STRANDED, OBJECTS = "prep", ("pobj", "dobj")
NAMES = ("NNP", "NNPS", "JJ")


def share_with_stranded(doc: Doc, predicates: Predicates) -> None:
    """Add the shared argument to the noun, or to the verb where no noun stands before the preposition."""
    for link in doc.having(lower_=LINKS):
        mark = doc[link.i - 1] if link.i > link.sent.start else link
        if mark.pos_ != "ADP" or mark.dep_ != STRANDED or any(True for _ in mark.children):
            continue
        noun = mark.head
        shared = next(_named(noun.head if noun.dep_ == "dobj" else noun, noun, link), None)
        above = predicates.get(noun.i)
        if shared is not None and above is not None:
            predicates[noun.i] = above.adding(Argument(mark.lower_, shared.i))


def _named(top: Token, noun: Token, link: Token) -> Iterator[Token]:
    """The objects after the link that bear a name, in their order."""
    joined = [c for t in (noun, top) for c in t.rights if c.dep_ == "conj" and c.i > link.i]
    for token in (t for second in joined for t in second.subtree):
        named = (t.tag_ in NAMES and t.text[:1].isupper() for t in (token, *token.lefts))
        if token.i > link.i and token.dep_ in OBJECTS and any(named):
            yield token
