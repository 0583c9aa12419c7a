"""Tokens in, a guest whom the parser takes for what is visited read as one out: "told visiting minister Hentzau that"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

GUESTS = ("visiting", "touring")
NAMES = ("NNP", "NNPS")


def repair_visiting(doc: Doc, verbs: Collection[str]) -> Doc:
    """The same document; `verbs`: lemmas of what one does to guests ("tell", "receive"), and seldom with a visit."""
    for token in doc:
        if token.lower_ in GUESTS and token.i and token.head.i == token.i - 1:
            guest = next((c for c in token.rights if c.dep_ == "dobj"), None)
            if guest is not None and token.head.lemma_.lower() in verbs and _is_named(guest):
                _make_adjective(token, guest)
    return doc


def _is_named(guest: Token) -> bool:
    return guest.tag_ in NAMES or any(c.tag_ in NAMES for c in guest.children)


def _make_adjective(visiting: Token, guest: Token) -> None:
    verb = visiting.head
    for child in list(visiting.children):
        if child is not guest:
            child.hang(verb, child.dep_)
    guest.hang(verb, "dobj")
    visiting.hang(guest, "amod")
    visiting.pos_, visiting.lemma_ = "ADJ", "visiting"
