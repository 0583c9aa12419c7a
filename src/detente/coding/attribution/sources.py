"""The source of an attribution in, its head tokens and whether it is anonymous out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from detente.coding.attribution.candidates import Reading
from detente.records import Attribution, Span

_RELATIVE = ("WDT", "WP")


def source_heads(doc: Doc, attribution: Attribution) -> tuple[int, ...]:
    """Index of the head token of each coordinated source; a relative pronoun gives the noun that it stands for."""
    heads: list[int] = []
    for span in attribution.source:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None:
            heads += [_antecedent(t).i for t in _coordinated(_without_relative_clauses(tokens.root), span)]
    return tuple(dict.fromkeys(heads))


def _without_relative_clauses(root: Token) -> Token:
    return root


def _coordinated(root: Token, span: Span) -> list[Token]:
    inside = [t for t in root.conjuncts if span.start <= t.idx < span.end]
    return [root, *inside]


def _antecedent(token: Token) -> Token:
    """ "the officials who said": officials."""
    if token.tag_ not in _RELATIVE:
        return token
    verb = token
    while verb.dep_ != "relcl" and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def is_anonymous(source: Iterable[int], reading: Reading) -> bool:
    """True for a group or person without a name: a common noun of people, or a bare quantity of them."""
    tokens = [reading.doc[i] for i in sorted(source)]
    head = next((t for t in tokens if t.head.i not in {u.i for u in tokens}), None)
    if head is None or any(t.pos_ == "PROPN" and t.dep_ == "appos" for t in tokens):
        return False
    head = _antecedent(head)
    if head.pos_ == "PROPN" or any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
        return False
    return head.lemma_.lower() in reading.words("unnamed-people") and not _has_definite_office(head, reading)


def _has_definite_office(head: Token, reading: Reading) -> bool:
    return any(c.pos_ == "PROPN" and c.dep_ in ("appos",) for c in head.children)
