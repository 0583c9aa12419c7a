"""A parsed text in, the same with what says who some of them are put beside those whom it numbers out.

"The deportation of 400 migrants, most of them Sylvanians, by Ruritania": the parser calls the deportation Sylvanians,
and the Sylvanians Ruritania's.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

PLURAL, THEM = ("NNS", "NNPS", "CD"), "PRP"
SUBJECT, PREPOSITION, BESIDE, AGENT = "nsubj", "prep", "appos", "agent"


def repair_some_of_them(doc: Doc) -> Doc:
    """The same document."""
    for token in doc.having(dep_=(BESIDE,)):
        if token.dep_ == BESIDE and numbers_them(token):
            _put_beside(token)
    return doc


def numbers_them(token: Token) -> bool:
    """ "Most of them Sylvanians", "among them two Sylvanians"."""
    parts = (c for c in token.lefts if c.dep_ in (SUBJECT, PREPOSITION))
    phrases = [p for part in parts for p in ([part] if part.dep_ == PREPOSITION else part.rights)]
    return any(c.dep_ == "pobj" and c.tag_ == THEM for phrase in phrases for c in phrase.rights)


def _put_beside(token: Token) -> None:
    comma = token.left_edge.i - 1
    people = token.doc[comma - 1] if comma > token.sent.start else token
    if token.doc[max(comma, 0)].text != "," or people.tag_ not in PLURAL:
        return
    above = people.head
    deed = above.head if people.dep_ == "pobj" else above
    if people is not token.head:
        token.hang(people, BESIDE)
    _free_behind(token, deed)


def _free_behind(token: Token, deed: Token) -> None:
    """What follows the comma behind it is said of the deed."""
    closing = next((c for c in token.rights if c.text == ","), None)
    for phrase in [c for c in token.rights if c.dep_ in (PREPOSITION, AGENT)]:
        if closing is not None and phrase.i == closing.i + 1:
            phrase.hang(deed, phrase.dep_)
