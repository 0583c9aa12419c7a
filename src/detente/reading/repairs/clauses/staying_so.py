"""A parsed text in, the same with what stays as somebody has made it read as a passive, out.

"The border remains closed", "the editor stays jailed": the parser makes an adjective of what is done to it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Token

MODAL = "MD"
QUALITY, ENDINGS = ("acomp", "xcomp"), ("", "d", "ed")
PASSIVE = "nsubjpass"


def repair_staying_so(doc: Doc, done: Collection[str], lasting: Collection[str]) -> Doc:
    """The same document. done: lemmas of what is done to a border or a prisoner and lasts; lasting: verbs that say so."""
    for token in doc.having(dep_=QUALITY):
        lemma = next((verb for verb in done if token.lower_ in [verb + end for end in ENDINGS]), None)
        lasts = token.head.lemma_.lower() in lasting and token.head.i < token.i
        ahead = any(c.tag_ == MODAL for c in token.head.lefts)  # "will stay closed": that is to come
        if lemma is not None and lasts and not ahead:
            _suffer(token, lemma)
    return doc


def _suffer(token: Token, lemma: str) -> None:
    """Make it the verb, and the verb that says that it lasts its auxiliary."""
    lasting = token.head
    above = token if lasting.head is lasting else lasting.head
    token.hang(above, lasting.dep_)
    for child in list(lasting.children):
        if child is not token:
            child.hang(token, PASSIVE if child.dep_ in SUBJECTS else child.dep_)
    lasting.hang(token, "auxpass")
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", lemma
