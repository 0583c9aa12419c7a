"""Text in, quotations out: from opening to closing mark, over sentences and paragraphs.

A paragraph that opens with a mark and is not closed goes on in the next one, which opens with a mark again;
that is how a long speech is printed. A mark that finds no partner in its paragraph is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from detente.reading.tokens import Doc
from detente.records import Span

QUOTATIONS = "quotations"  # kept with the doc
_PARAGRAPH = re.compile(r"[^\n]+")
# one class of letters first, which is searched for at once; "''" and "``" are one mark
_MARK = re.compile(r"""[\"“”‘’'«»„‟`](?:(?<=')'|(?<=`)`)?""")
_BACKTICK = "`"  # alone it is none
_OPENS, _CLOSES = "“‘«„", "”’»"
_PARTNERS = {
    "“": '”"',
    "‘": "’'",
    "«": "»",
    "„": "“”",
    '"': '"”',
    "''": ("''", "”"),
    "``": ("''", '"'),
    "'": "'’",
}
_SINGLE = "‘'"


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """What stands between quotation marks. `span` takes in the marks; `parts` is one span a paragraph."""

    span: Span
    parts: tuple[Span, ...]
    closed: bool = True

    @property
    def inner(self) -> Span:
        return Span(self.span.start + 1, self.span.end - 1 if self.closed else self.span.end)


class _Mark(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """Those of a text that has been read, kept with it: more than one stage asks for them."""
    known = doc.user_data[QUOTATIONS]
    if not known:
        known[QUOTATIONS] = find_quotations(doc.text)
    found: tuple[Quotation, ...] = known[QUOTATIONS]
    return found


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        found += _in_paragraph(text, paragraph.start(), paragraph.end())
    return tuple(_joined(text, found))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    found = [match for match in _MARK.finditer(text, start, end) if match.group() != _BACKTICK]
    marks = [_mark(text, match, start, end) for match in found]
    i = 0
    while i < len(marks):
        mark = marks[i]
        i += 1
        if not mark.opens:
            continue
        close = next((j for j in range(i, len(marks)) if _pairs(mark, marks[j])), None)
        if close is not None:
            yield _quotation(mark.start, marks[close].end)
            i = close + 1
        elif mark.text not in _SINGLE:
            yield Quotation(span=Span(mark.start, end), parts=(Span(mark.start, end),), closed=False)
            return


def _quotation(start: int, end: int) -> Quotation:
    return Quotation(span=Span(start, end), parts=(Span(start, end),))


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """A straight mark opens after a space or bracket and closes otherwise; an apostrophe in a word does
    neither.
    """
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    mark = match.group()
    spaced_before = before.isspace() or before in "([{—–-“‘\"'"
    if mark in ("’", "'", "‘"):
        inside_word = before.isalnum() and after.isalnum()
        opens = mark != "’" and spaced_before and not after.isspace()
        return _Mark(match.start(), match.end(), mark, opens, not inside_word and not spaced_before)
    opens = mark in _OPENS or (mark not in _CLOSES and spaced_before and not after.isspace())
    return _Mark(match.start(), match.end(), mark, opens, mark not in "“‘«" and not opens)


def _pairs(mark: _Mark, other: _Mark) -> bool:
    return other.closes and other.text in _PARTNERS.get(mark.text, ())


def _joined(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """Quotations with those that an unclosed paragraph carries on; one that is never closed is left out."""
    pending: list[Quotation] = []
    for quotation in found:
        follows = pending and not text[pending[-1].span.end : quotation.span.start].strip()
        if pending and not follows:
            pending = []
        pending.append(quotation)
        if quotation.closed:
            parts = tuple(part for one in pending for part in one.parts)
            yield Quotation(span=Span(parts[0].start, parts[-1].end), parts=parts)
            pending = []
