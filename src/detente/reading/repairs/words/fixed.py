"""Tokens in, set phrases read as one: "side by side" and "around the clock" are said of the verb alone, "one another"
is whom it is done to."""

from __future__ import annotations

from functools import lru_cache

from detente.reading.tokens import Doc, Token

WORDS = 3
VERBS = ("VERB", "AUX")
UNTIL = "until"


def repair_fixed(doc: Doc, phrases: frozenset[str], mutual: frozenset[str]) -> Doc:
    """The same document. phrases: adverbs of three words; mutual: pronouns of two, for what each does to the other."""
    opens = _openings(phrases, mutual)
    for token in list(doc.having(lower_=opens)):
        if " ".join([t.lower_ for t in doc[token.i : token.i + 2]]) in mutual:
            _read_mutual(token)
        if token.lower_ == UNTIL and token.dep_ == "mark":
            _read_term(token)
        words = doc[token.i : min(token.i + WORDS, token.sent.end)]
        if " ".join([t.lower_ for t in words]) in phrases:
            _read_adverb(words, token.sent.start)
    return doc


@lru_cache(maxsize=16)
def _openings(phrases: frozenset[str], mutual: frozenset[str]) -> frozenset[str]:
    """The words that a text is looked through for."""
    return frozenset([UNTIL, *(phrase.split()[0] for phrase in phrases | mutual)])


def _read_mutual(first: Token) -> None:
    """ "Accused one another": the last word stands for both, as in "each other"."""
    last = first.nbor(1)
    if last.head is not first:
        return
    last.hang(first.head, first.dep_)
    for child in [c for c in first.children if c is not last]:
        child.hang(last, child.dep_)
    first.hang(last, "det")
    first.tag_, first.pos_ = last.tag_, last.pos_


def _read_adverb(words: list[Token], start: int) -> None:
    first, last = words[0], words[-1]
    verb = next((t for t in reversed(list(first.doc[start : first.i])) if t.pos_ in VERBS), None)
    if verb is None or first.dep_ == "ROOT":
        return
    if first.pos_ in VERBS:
        first.pos_, first.tag_ = "NOUN", "NN"
    for word in words:
        for child in [c for c in word.children if c.i > last.i]:
            child.hang(verb, child.dep_ if child.dep_ != "pobj" else "dep")
    preposition = first if first.tag_ == "IN" else words[1]
    preposition.hang(verb, "prep")
    last.hang(preposition, "pobj")
    for word in words:
        if word.i not in (preposition.i, last.i):
            word.hang(
                last if word.i > preposition.i else verb, "det" if word.i > preposition.i else "npadvmod"
            )


def _read_term(until: Token) -> None:
    """ "Gave him until dusk to leave": nobody called dusk leaves."""
    inner = until.head
    term = next((c for c in inner.lefts if c.dep_ == "nsubj" and c.i > until.i), None)
    outer = inner.head
    if term is None or outer is inner or not any(c.tag_ == "TO" for c in inner.lefts):
        return
    until.hang(outer, "prep")
    term.hang(until, "pobj")
