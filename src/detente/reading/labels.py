"""A parsed text in, the label that it or a line of it stands under out: "RURITANIA:", "Zenda talks:".

`datelines.py` parts labels off before the text is parsed, so that each is a sentence of its own.
"""

from __future__ import annotations

from detente.reading.tokens import Doc, Span

MARK, WORDS = ":", 4  # what a label ends with; words of one that a whole text stands under


def is_label(sentence: Span) -> bool:
    """Whether more follows under it."""
    return sentence[-1].text == MARK


def label_of_text(doc: Doc) -> Span | None:
    """The label that the text begins with, where there is more of the text."""
    first = next(iter(doc.sents), None)
    if first is None or not is_label(first) or len(first) > WORDS + 1 or first.end == len(doc):
        return None
    return first
