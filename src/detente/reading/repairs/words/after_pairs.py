"""A sentence in, the same with the verb found that the parser takes for the last of a list: "Ruritania and Sylvania trade"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.knowledge.grammar import Grammar
from detente.reading.shapes import NOUNS, TENSED
from detente.reading.tokens import Span, Token


def read_verb_after_pair(sentence: Span, event_verbs: frozenset[str], grammar: Grammar) -> None:
    """ "Ruritania and Sylvania trade accusations": after two names a bare form is their verb."""
    root = sentence.root
    if root.tag_ not in NOUNS or any(t.tag_ in TENSED for t in sentence):
        return
    for token in _after_pair(sentence):
        lemma = token.lemma_.lower()
        known = lemma in event_verbs or lemma in grammar.supports
        if known and token.tag_ in ("NN", "VB", "VBP", "NNP") and token.is_lower:
            _raise(token, root)
            return


def _after_pair(sentence: Span) -> Iterator[Token]:
    for token in sentence.doc[sentence.start + 3 : sentence.end]:
        before = token.nbor(-1)
        paired = (
            before.dep_ == "conj"
            and before.tag_ in ("NNP", "NNPS")
            and before.left_edge.nbor(-1).dep_ == "cc"
        )
        if paired and token.i < token.sent.root.i:
            yield token


def _raise(verb: Token, root: Token) -> None:
    first = verb.nbor(-1)
    while first.dep_ == "conj":
        first = first.head
    verb.pos_, verb.tag_ = "VERB", "VBP"
    verb.hang(verb, "ROOT")
    first.hang(verb, "nsubj")
    root.hang(verb, "dobj")
    for child in list(root.rights):
        if child.dep_ == "punct":
            child.hang(verb, child.dep_)
