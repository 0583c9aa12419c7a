"""What is told in, what a label calls off as called off or put off out: "CANCELLED: Sylvania's premier visits Zenda".

Such a word stands alone before what it is said of ("POSTPONED - ") or behind it ("(postponed)"), on the same line.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.coding.drafting.draft import Draft
from detente.coding.standing.status import Statuses
from detente.coding.told import Told
from detente.knowledge.grammar import Grammar
from detente.reading.tokens import Span
from detente.records import Status

LABELS: dict[Status, str] = {
    "cancelled": "labels of what is cancelled",
    "postponed": "labels of what is postponed",
}
ON = ("planned", "scheduled", "under_way", "occurred")
MARKS, BRACKET, END = (":", "-", "–", "—", "--"), "(", "\n"


def with_labelled_off(told: Told, statuses: Statuses, grammar: Grammar) -> Told:
    """What is told, each draft beside such a label with the status that it gives."""
    labelled = {d.head: status for d in told.drafts if (status := _label(d, statuses, grammar)) is not None}
    if not labelled:
        return told
    drafts = (replace(d, status=labelled.get(d.head, d.status)) for d in told.drafts)
    return replace(told, drafts=tuple(drafts))


def _label(draft: Draft, statuses: Statuses, grammar: Grammar) -> Status | None:
    if draft.status not in ON:
        return None
    for words in _beside(statuses.graph.doc[draft.head].sent):
        for status, name in LABELS.items():
            if words in grammar.words[name]:
                return status
    return None


def _beside(sentence: Span) -> Iterator[str]:
    """What stands alone on the line of a sentence before it and in brackets behind it, and before a mark within it."""
    doc = sentence.doc
    before = doc[sentence.start - 1].sent if sentence.start else None
    if before is not None and before[-1].text in MARKS:
        yield _words(before)
    first = [t for t in sentence if t.text in MARKS][:1]
    if first:
        yield _words(doc.span(sentence.start, first[0].i + 1))
    if sentence[-1].text != END and not sentence.text.endswith(END) and sentence.end < len(doc):
        after = doc[sentence.end].sent
        if after[0].text == BRACKET:
            yield _words(after)
    if (opens := [t for t in sentence if t.text == BRACKET]) and opens[-1].i > sentence.root.i:
        yield _words(doc.span(opens[-1].i, sentence.end))


def _words(span: Span) -> str:
    return " ".join(t.lower_ for t in span if not t.is_punct and not t.is_space)
