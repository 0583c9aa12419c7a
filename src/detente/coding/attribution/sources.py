"""The source of an attribution in, its head tokens and whether it is anonymous out."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.attribution.candidates import Reading
from detente.reading.tokens import Doc, Token
from detente.records import Attribution, Span

_RELATIVE = ("WDT", "WP")


def source_heads(doc: Doc, attribution: Attribution) -> tuple[int, ...]:
    """Index of the head token of each coordinated source; a relative pronoun gives the noun that it stands
    for.
    """
    heads: list[int] = []
    for span in attribution.source:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None:
            heads += [_antecedent(t).i for t in _coordinated(tokens.root, span)]
    return tuple(dict.fromkeys(heads))


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
    """True for people without a name: by their noun, or as one of several holders of an office."""
    tokens = {i: reading.doc[i] for i in source}
    head = next((t for t in tokens.values() if t.head.i not in tokens or t.head.i == t.i), None)
    if head is None:
        return False
    head = _antecedent(head)
    if head.pos_ == "PROPN" or any(
        t.pos_ == "PROPN" for c in head.children if c.dep_ == "appos" for t in c.subtree
    ):
        return False
    lemma = head.lemma_.lower()
    return lemma in reading.words["unnamed-people"] or (
        lemma in reading.words["office-holders"] and not _is_definite(head)
    )


def _is_definite(head: Token) -> bool:
    return any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "both") for c in head.children)


def can_say(noun: Token, reading: Reading) -> bool:
    """Whether a noun without a name is somebody or something that a headline names for what it tells: "state media"."""
    lemma = noun.lemma_.lower()
    return any(lemma in reading.words[name] for name in ("unnamed-people", "office-holders", "who-is-cited"))
