"""A parsed text in, the same with what is said of somebody in a headline without "is" read as its verb out.

"Ruritanian premier due in Klausenburg for talks": the parser makes an adjective of the noun of it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

DESCRIBES, CLAUSE, TOP = "amod", "acl", "ROOT"
FOLLOWING = ("prep", "npadvmod")


def repair_due_there(doc: Doc, due: Collection[str]) -> Doc:
    """The same document. due: adjectives that say of somebody that he will come."""
    for token in doc.having(lower_=due):
        if token.lower_ in due and token.dep_ == DESCRIBES and _is_said_of_head(token):
            token.pos_, token.tag_, token.dep_, token.lemma_ = "VERB", "VBN", CLAUSE, token.lower_
            for later in [c for c in token.head.rights if c.i > token.i and c.dep_ in FOLLOWING]:
                later.hang(token, later.dep_)
    return doc


def _is_said_of_head(token: Token) -> bool:
    """Behind the noun that heads the line, with something of its own: "due in Klausenburg", "due to meet"."""
    noun = token.head
    return noun.dep_ == TOP and noun.i < token.i and any(c.i > token.i for c in token.children)
