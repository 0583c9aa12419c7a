"""Tokens in, participles of what crowds do given to the crowd out: "tear gas at students in Zenda, protesting cuts".

The parser hangs the participle on the nearest noun or on the verb, as if the police were protesting.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
LOOSE = ("acl", "advcl", "xcomp", "dep")


def repair_protesting(doc: Doc, crowds: frozenset[str], doing: frozenset[str]) -> Doc:
    """The same document. crowds: nouns of people who protest; doing: lemmas of what only they do."""
    for token in doc:
        if token.tag_ == "VBG" and token.lemma_ in doing and token.dep_ in LOOSE and _has_no_subject(token):
            _give_to_crowd(token, crowds)
    return doc


def _give_to_crowd(deed: Token, crowds: frozenset[str]) -> None:
    """Hang it on the last crowd before it, where no crowd is what the clause is about."""
    before = [t for t in deed.sent if t.i < deed.i and t.lemma_.lower() in crowds]
    if before and not any(t.dep_ in SUBJECTS for t in before):
        deed.hang(before[-1], "acl")


def _has_no_subject(deed: Token) -> bool:
    return not any(c.dep_ in SUBJECTS for c in deed.lefts)
