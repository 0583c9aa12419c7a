"""Tokens in, a guest whom the parser takes for what is visited read as one out: "told visiting minister Hentzau that".

So is one who opens the sentence: "Visiting Sylvanian Foreign Minister Rudolf Hentzau on Monday called for".
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

NAMES = ("NNP", "NNPS")
ADJECTIVES = (*NAMES, "JJ")
_WORDS_OF_A_GUEST = 4  # a nationality, an office and a name


def repair_visiting(doc: Doc, verbs: Collection[str], guests: Collection[str]) -> Doc:
    """The same document; `verbs`: lemmas of what one does to guests ("tell", "receive"), and seldom with a visit;
    `guests`: participles that describe one ("visiting")."""
    for token in doc.having(lower_=guests):
        if token.dep_ == "csubj" and token.i == token.sent.start:
            _open_with_guest(token)
        elif token.i and token.head.i == token.i - 1:
            guest = next((c for c in token.rights if c.dep_ == "dobj"), None)
            if guest is not None and token.head.lemma_.lower() in verbs and _is_named(guest):
                _make_adjective(token, guest)
    return doc


def _open_with_guest(visiting: Token) -> None:
    """The guest is who acts; "visiting Zenda helps" has none, and neither has what a comma parts from the verb."""
    verb = visiting.head
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    guest = own or next((c for c in visiting.rights if c.dep_ == "dobj"), None)
    if (
        guest is None
        or guest.i > verb.i
        or sum(c.tag_ in ADJECTIVES for c in guest.subtree) < _WORDS_OF_A_GUEST
    ):
        return
    _make_adjective(visiting, guest, "nsubj")


def _is_named(guest: Token) -> bool:
    """ "Minister Hentzau", "Sylvanian officials"."""
    return guest.tag_ in NAMES or any(c.tag_ in ADJECTIVES and c.text[0].isupper() for c in guest.children)


def _make_adjective(visiting: Token, guest: Token, as_what: str = "dobj") -> None:
    verb = visiting.head
    for child in list(visiting.children):
        if child is not guest:
            child.hang(verb, child.dep_)
    guest.hang(verb, as_what)
    visiting.hang(guest, "amod")
    visiting.pos_, visiting.lemma_ = "ADJ", visiting.lower_
