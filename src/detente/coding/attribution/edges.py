"""Token sets in, token sets out: where a source and a content end."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from detente.coding.attribution.candidates import Reading, subtree

_CLAUSE_HEADS = ("VERB", "AUX")


def source_tokens(head: Token, taken: set[int]) -> set[int]:
    """The whole noun phrase of a source with its appositions and relative clauses, less what is taken already."""
    tokens = subtree(head) - taken
    lead = [c for c in head.children if c.dep_ in ("cc", "preconj") and c.i > head.i and not head.conjuncts]
    for child in lead:
        tokens.discard(child.i)
    return _run_of(head.doc, tokens, head.i)


def _run_of(doc: Doc, tokens: set[int], anchor: int) -> set[int]:
    """Only the stretch around the anchor: a source is not broken off and taken up again."""
    start = end = anchor
    while start - 1 in tokens or (start >= 2 and doc[start - 1].is_space and start - 2 in tokens):
        start -= 1
    while end + 1 in tokens:
        end += 1
    return set(range(start, end + 1)) & tokens


def complement_tokens(head: Token, taken: set[int], reading: Reading) -> set[int]:
    """A complement as far as it goes: less the speaker's own trailing participles ("..., adding that")."""
    tokens = subtree(head) - taken
    for clause in _speakers_own(head, reading):
        tokens -= subtree(clause)
    return tokens


def _speakers_own(head: Token, reading: Reading) -> list[Token]:
    """Participles after a comma whose verb is itself a cue: they tell of the speaker and not of what he speaks of."""
    return [
        t
        for t in head.subtree
        if t.dep_ == "advcl"
        and t.tag_ == "VBG"
        and t.i > head.i
        and t.lemma_.lower() in reading.knowledge.verbs
        and t.left_edge.i > 0
        and reading.doc[t.left_edge.i - 1].text in (",", "—", "”", '"')
        and reading.quoted[t.i] is None
    ]


def clause_head(token: Token) -> Token:
    """The verb of the clause that a word stands in; the top of the sentence when there is none."""
    while token.head.i != token.i and not (
        token.pos_ in _CLAUSE_HEADS and token.dep_ not in ("aux", "auxpass")
    ):
        token = token.head
    return token


def host_tokens(token: Token, taken: set[int]) -> set[int]:
    """The clause around an adverb or a phrase, without its conjunction, less what is taken already."""
    head = clause_head(token)
    tokens = subtree(head) - taken
    for child in head.children:
        if (child.dep_ in ("cc", "mark") and child.i < head.i) or (child.dep_ == "conj" and _is_clause(child)):
            tokens -= subtree(child) if child.dep_ == "conj" else {child.i}
    return tokens


def _is_clause(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
