"""A draft or word in, its own clause and what is told before and beside it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.shapes import SUBJECTS
from detente.reading.tokens import Doc, Span, Token

CLAUSES = ("conj", "parataxis")


def start_before(head: int, doc: Doc, back: int = 1) -> int:
    """Where the sentence begins that stands so many before that of a word, or the first one of the text."""
    start = doc[head].sent.start
    for _ in range(back):
        start = doc[start - 1].sent.start if start and start not in doc.apart else start
    return start


def end_of_next(head: int, doc: Doc) -> int:
    """Where the sentence after that of a word ends; that of the last one ends with the text."""
    end = doc[head].sent.end
    return doc[end].sent.end if end < len(doc) and end not in doc.apart else end


def told_before(draft: Draft, drafts: Sequence[Draft], statuses: Statuses, back: int = 1) -> list[Draft]:
    """Those told before it in its own sentence and in so many before that."""
    start = start_before(draft.head, statuses.graph.doc, back)
    return [d for d in drafts if start <= d.head < draft.head]


def told_in(sentence: Span, drafts: Sequence[Draft]) -> list[Draft]:
    """Those told in a sentence."""
    return [d for d in drafts if sentence.start <= d.head < sentence.end]


def told_in_sentences_before(
    draft: Draft, drafts: Sequence[Draft], statuses: Statuses, back: int = 1
) -> list[Draft]:
    """Those told in so many sentences before its own."""
    doc = statuses.graph.doc
    start, end = start_before(draft.head, doc, back), doc[draft.head].sent.start
    return [d for d in drafts if start <= d.head < end]


def clause_of(head: int, statuses: Statuses) -> tuple[int, int]:
    """Where the clause of a word begins that stands for itself: its sentence, or what follows another clause in it."""
    token = statuses.graph.doc[head]
    sentence = token.sent
    for verb in (token, *token.ancestors):
        follows = verb.dep_ in CLAUSES and verb.head.pos_ == "VERB" and verb.head.i < verb.i
        if follows and any(c.dep_ in SUBJECTS for c in verb.lefts):
            return verb.left_edge.i, min([verb.right_edge.i + 1, *_next_clauses(verb)])
    root = sentence.root
    before = [c for c in root.lefts if c.pos_ == "VERB" and c.dep_ in CLAUSES]
    if before and head > before[-1].right_edge.i:  # "...; Sylvania voices its displeasure"
        return before[-1].right_edge.i + 1, min([sentence.end, *_next_clauses(root)])
    after = next((c for c in root.rights if c.dep_ in CLAUSES and c.pos_ == "VERB"), None)
    return sentence.start, (after.left_edge.i if after is not None and after.i > head else sentence.end)


def _next_clauses(verb: Token) -> Iterator[int]:
    """Where what is joined to a clause and has a subject of its own begins: "calls it theft, and traders sell"."""
    joined = (c for c in verb.rights if c.dep_ in CLAUSES and c.pos_ == "VERB")
    yield from (c.left_edge.i for c in joined if any(s.dep_ in SUBJECTS for s in c.lefts))
