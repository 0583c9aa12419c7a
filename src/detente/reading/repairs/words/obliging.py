"""Tokens in, the verbs of duty in what somebody says read as modals out: "said that they ought to leave", "has to".

They then say what "must" says, and who says it asks for it.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.reading.tokens import Doc, Token

MOVED = ("nsubj", "nsubjpass", "mark", "advmod", "neg", "punct", "cc", "conj", "advcl", "prep", "npadvmod")
NOT_DONE = "yet"  # "has yet to agree"
CLAUSES = ("ccomp", "conj", "parataxis")


def repair_duties(doc: Doc, duties: Collection[str]) -> Doc:
    """The same document; `duties`: forms that say what must be done, in the present ("has", "needs", "ought")."""
    for token in doc.having(lower_=duties):
        if _is_said(token):
            verb = _what_is_due(token)
            if verb is not None:
                _make_modal(token, verb)
    return doc


def _is_said(token: Token) -> bool:
    said = token.dep_ in CLAUSES and token.head.pos_ == "VERB"
    return said and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.lefts)


def _what_is_due(duty: Token) -> Token | None:
    """The infinitive of what has to be done; what somebody has besides is no duty ("has much to say"),
    nor is what need not be done."""
    if any(c.dep_ in ("dobj", "attr", "acomp", "aux", "neg") or c.lower_ == NOT_DONE for c in duty.children):
        return None
    return next((c for c in duty.rights if c.dep_ == "xcomp" and _to(c) is not None), None)


def _to(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ == "to"), None)


def _make_modal(duty: Token, verb: Token) -> None:
    to = _to(verb)
    verb.hang(duty.head, duty.dep_)
    for child in list(duty.children):
        if child is not verb and (child.dep_ in MOVED or child.i < duty.i):
            child.hang(verb, child.dep_)
    if to is not None:
        to.hang(duty, "prt")
    duty.hang(verb, "aux")
    duty.pos_, duty.tag_, duty.lemma_ = "AUX", "MD", "must"
