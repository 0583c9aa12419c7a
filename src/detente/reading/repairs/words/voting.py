"""Tokens in, what somebody votes in favour of doing given to the verb: "votes in favour of closing the border",
"votes by nine to none, with Sylvania abstaining, to close it"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

ASIDE_FOR, INFINITIVE = ("advcl", "xcomp"), "TO"

BEFORE = 2  # words before "of"


def repair_voting(doc: Doc, verbs: frozenset[str], favour: Collection[str]) -> Doc:
    """The same document. verbs: lemmas that go with an infinitive ("vote to close it"); favour: what one votes in."""
    for token in doc.having(dep_=(*ASIDE_FOR, "pcomp")):
        if token.dep_ in ASIDE_FOR and token.head.dep_ == "pcomp" and token.head.head.lower_ == "with":
            _past_aside(token, token.head.head.head, verbs)
        if token.tag_ != "VBG" or token.dep_ != "pcomp" or token.head.lower_ != "of" or token.head.i < BEFORE:
            continue
        before, link = token.head.nbor(-1), token.head.nbor(-2)
        verb = link.head
        if before.lower_ in favour and link.lower_ == "in" and verb.lemma_ in verbs:
            link.hang(token, "mark")  # as "to" would open it
            token.hang(verb, "xcomp")
    return doc


def _past_aside(deed: Token, verb: Token, verbs: frozenset[str]) -> None:
    """What an aside cuts off from its verb."""
    marked = any(c.tag_ == INFINITIVE for c in deed.lefts)
    set_off = deed.left_edge.i > 0 and deed.left_edge.nbor(-1).text == ","
    if marked and set_off and verb.lemma_ in verbs:
        deed.hang(verb, "xcomp")
