"""A parsed text in, the same with the second of two passives read as one: "was dragged from his home and shot by men",
"was summoned and told to leave"."""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
PAST, PARTICIPLE, NUMBER = "VBD", "VBN", "CD"


def repair_paired_passives(doc: Doc, suffered: Collection[str], fining: Collection[str]) -> Doc:
    """The same document; only where the second says by whom it was done, and to nobody else, or is one of the verbs
    of what is done to people. fining: those that say how much ("jailed for a year and fined 900 crowns")."""
    for token in doc.having(dep_=("agent",), tag_=(PAST,)):
        if token.dep_ == "agent" and token.head.dep_ == "oprd" and token.head.head.tag_ == PARTICIPLE:
            token.hang(token.head.head, "agent")  # "is shot dead by troops"
        if token.tag_ == PAST and token.dep_ == "conj" and _is_done(token, suffered, fining):
            token.tag_ = PARTICIPLE
    return doc


def _is_done(verb: Token, suffered: Collection[str], fining: Collection[str]) -> bool:
    first = verb.head
    described = (
        first.dep_ == "acl" and first.tag_ == PARTICIPLE
    )  # "a step welcomed by Ruritania and assailed by"
    passive = described or any(c.dep_ == "auxpass" for c in first.children)
    amount = verb.lemma_.lower() in fining
    deps = {c.dep_ for c in verb.children if not (amount and _is_amount(c))}
    by = any(c.dep_ in ("agent", "prep") and c.lower_ == "by" for c in verb.rights)
    return (
        passive
        and (by or amount or verb.lemma_.lower() in suffered)
        and not deps & {*SUBJECTS, "dobj", "aux", "auxpass"}
    )


def _is_amount(noun: Token) -> bool:
    return noun.dep_ == "dobj" and NUMBER in {noun.tag_, *(c.tag_ for c in noun.lefts)}
