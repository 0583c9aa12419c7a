"""A text with its names in; the same text with the sentences blanked out that the gate passes over, and where they are.

Read are the sentences that can hold an event, and of their neighbours those that they need: the one before that names
somebody, where a word stands for him, and the last one, where nobody is named; the first that has a name which is in no
table, and the first that has it in a longer one, since they say who that is; and those over which a quotation runs on.
What is passed over is blanked with line ends, so that all offsets stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from detente.reading.gate import Gate, SentenceWords, can_act, can_hold_event, words_of
from detente.reading.names import Name
from detente.records import Span

GATED = "gated: no sentence holds the words that some rule asks for, and it was not read"
BACK = 4  # sentences in which a word that stands for somebody is looked up

_ENDS = re.compile(
    # a capitalised word of up to four letters before the point is an abbreviation more often than not
    r"(?<=[a-z0-9)\]\"”’'][.!?…])(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\b[A-Z][a-z]{3}\.)"
    r"[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-ÞĀ-Ž0-9])|\n\s*\n"
)
_CAPITALISED = re.compile(r"(?<=[a-z,’] )[A-ZÀ-ÞĀ-Ž][\w’-]+")
# the first word of a sentence is a name if it is one elsewhere
_OPENING = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’-]+")
# a name after others, which may say what he is: "Governor Jane Roe"
_LONGER = re.compile(r"(?:\b[A-ZÀ-ÞĀ-Ž][\w’-]*\.? ){2,}([A-ZÀ-ÞĀ-Ž][\w’-]+)")
_QUOTES = re.compile('["“”]')


def passed_over(text: str, names: Sequence[Name], gate: Gate) -> tuple[Span, ...]:
    """The runs of sentences that need not be read, in the order of the text."""
    bounds = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    sentences = [Span(a, b) for a, b in pairwise(bounds) if b > a]
    words = _words_of_all(text, names, sentences, gate)
    kept = {n for n, said in enumerate(words) if can_hold_event(said, gate)}
    if not kept:
        return (Span(0, len(text)),) if text.strip() else ()
    needed = {other for n in kept for other in _before(n, words)}
    needed.update(_introductions(text, sentences, kept | needed))
    needed.update(_quoted_on(text, sentences, kept))
    return tuple(_runs(text, [s for n, s in enumerate(sentences) if n not in kept | needed]))


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches made into line ends, which also end a sentence and a block."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], "\n" * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _words_of_all(
    text: str, names: Sequence[Name], sentences: Sequence[Span], gate: Gate
) -> list[SentenceWords]:
    starts = [sentence.start for sentence in sentences]
    named = {bisect_right(starts, name.span.start) - 1 for name in names if can_act(name, text, gate)}
    return [words_of(text[s.start : s.end], gate, named=n in named) for n, s in enumerate(sentences)]


def _before(n: int, words: Sequence[SentenceWords]) -> Iterable[int]:
    """The nearest sentence before that names somebody, where a word of this one may stand for him.

    Where no name of the tables acts in this one, the last sentence too: it may name somebody who is in no table.
    """
    said = words[n]
    if not said.stands_for:
        return ()
    named = next((m for m in range(n - 1, max(n - BACK, 0) - 1, -1) if words[m].named), n)
    return [named] if said.named else [named, max(n - 1, 0)]


def _introductions(text: str, sentences: Sequence[Span], kept: set[int]) -> Iterable[int]:
    """The first sentences that hold the capitalised words of those that are read, bare and in a longer name."""
    first: dict[str, int] = {}
    longer: dict[str, int] = {}
    for n, (start, end) in enumerate(sentences):
        words = set(_CAPITALISED.findall(text, start, end))
        for word in words:
            first.setdefault(word, n)
        for name in _LONGER.findall(text, start, end):
            longer.setdefault(name, n)
        if n in kept:
            words.update(_OPENING.findall(text, start, end)[:1])
            yield from (at for word in words for at in (first.get(word, n), longer.get(word, n)) if at != n)


def _quoted_on(text: str, sentences: Sequence[Span], kept: set[int]) -> Iterable[int]:
    """The sentences of a quotation, from the one that opens it to the one that closes it, if one of them is read."""
    run: list[int] = []
    for n, (start, end) in enumerate(sentences):
        run.append(n)
        if len(_QUOTES.findall(text, start, end)) % 2 == 0 and len(run) == 1:
            run = []
        elif len(run) > 1 and _QUOTES.search(text, start, end):
            if not kept.isdisjoint(run):
                yield from run
            run = []


def _runs(text: str, sentences: Iterable[Span]) -> Iterable[Span]:
    """Neighbours joined; without the space at the end, and none that is nothing else."""
    joined: list[Span] = []
    for start, end in sentences:
        if joined and joined[-1].end == start:
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    for start, end in joined:
        if said := text[start:end].rstrip():
            yield Span(start, start + len(said))
