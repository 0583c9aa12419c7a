"""A draft in, what is told before it and beside it out, and where those sentences begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.reading.spans import Span
from detente.reading.tokens import Doc


def start_before(head: int, doc: Doc, back: int = 1) -> int:
    """Where the sentence begins that stands so many before that of a word, or the first one of the text."""
    start = doc[head].sent.start
    for _ in range(back):
        start = doc[start - 1].sent.start if start else 0
    return start


def end_of_next(head: int, doc: Doc) -> int:
    """Where the sentence after that of a word ends; that of the last one ends with the text."""
    end = doc[head].sent.end
    return doc[end].sent.end if end < len(doc) else end


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
