"""What the searches for cues share: the document with its quotations, and a possible attribution as token
indices.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from detente.knowledge.cues import CueRule, CueTables
from detente.knowledge.word_lists import WordLists
from detente.reading.quotations import Quotation
from detente.reading.tokens import Doc, Token
from detente.records import Span

Tokens = frozenset[int]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A possible attribution; `anchor` is the head token of its cue."""

    anchor: int
    rule: CueRule
    cue: Tokens
    source: Tokens
    content: Tokens
    negated: bool = False
    quotation: bool = False
    comment: bool = False  # set into the sentence that it reports


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The document, its quotations as token ranges, and for each token the quotation that it stands in."""

    doc: Doc
    knowledge: CueTables
    quotations: tuple[range, ...]
    quoted: tuple[int | None, ...]
    words: WordLists  # of the knowledge
    lowers: tuple[str, ...]  # the tokens in small letters, which several searches run over
    speaking: list[tuple[Token, CueRule]] = field(default_factory=list)  # words that can bring in a quotation
    taken: set[int] = field(default_factory=set)  # anchors of the candidates found so far, which stay


def reading_of(doc: Doc, quotations: Iterable[Quotation], knowledge: CueTables) -> Reading:
    """Quotations laid over the tokens."""
    ranges = [r for r in (_range(doc, quotation.span) for quotation in quotations) if r]
    quoted: list[int | None] = [None] * len(doc)
    for number, tokens in enumerate(ranges):
        for i in tokens:
            quoted[i] = number
    return Reading(
        doc=doc,
        knowledge=knowledge,
        words=knowledge.words,
        quotations=tuple(ranges),
        quoted=tuple(quoted),
        lowers=tuple([token.lower_ for token in doc]),
    )


def _range(doc: Doc, span: Span) -> range:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return range(tokens.start, tokens.end) if tokens is not None else range(0)


def subtree(token: Token) -> set[int]:
    """Indices of a token and all below it."""
    return {t.i for t in token.subtree}


def is_word(token: Token) -> bool:
    """True for what is neither punctuation nor space."""
    plain = token.text[0].isalnum()  # nearly always
    return plain or not (token.is_punct or token.is_space or token.is_quote)


def last_word(tokens: Iterable[int], doc: Doc) -> int:
    """The last of some tokens that is a word, or -1."""
    return next((i for i in sorted(tokens, reverse=True) if is_word(doc[i])), -1)


def to_spans(doc: Doc, tokens: Iterable[int], *, trim: bool = True) -> tuple[Span, ...]:
    """Runs of tokens as spans; only a word, a line break or the lack of an edge splits a run."""
    runs: list[tuple[int, int]] = []
    last = -1
    for i in sorted(tokens):
        if runs and (last + 1 == i or not any(is_word(t) for t in doc[last + 1 : i])):
            runs[-1] = runs[-1][0], i
        else:
            runs.append((i, i))
        last = i
    spans = [_trimmed(doc, run) if trim else _whole(doc, run) for run in runs]
    return tuple([span for span in spans if span])


def _trimmed(doc: Doc, run: tuple[int, int]) -> Span | None:
    """The run without punctuation at its edges; quotation marks, brackets and final points of a quotation
    stay.
    """
    start, end = run
    while start <= end and not _may_open(doc[start]):
        start += 1
    while end >= start and not _may_close(doc[end]):
        end -= 1
    if start > end:
        return None
    return Span(doc[start].idx, doc[end].idx + len(doc[end].text))


def _whole(doc: Doc, run: tuple[int, int]) -> Span:
    start, end = run
    return Span(doc[start].idx, doc[end].idx + len(doc[end].text))


def _may_open(token: Token) -> bool:
    return (
        is_word(token)
        or token.is_quote
        or token.is_left_punct
        or token.text in ("“", "‘", "''", "``", "$", "#", "@")
    )


def _may_close(token: Token) -> bool:
    return (
        is_word(token)
        or token.is_quote
        or token.is_right_punct
        or token.text in ("”", "’", "''", "%", "?", "!")
    )
