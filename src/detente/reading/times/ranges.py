"""Expressions in text order in; the ranges that two neighbours make ("from Monday to Friday") out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.knowledge.times import FrameIndex, Link, TimeTables
from detente.reading.times.match import WORD, Match
from detente.reading.times.resolve import Meaning, span_of

MIDDLE = 12  # code points between the two ends


@dataclass(frozen=True)
class Range:
    """Two expressions and what joins them."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def find_ranges(text: str, read: Sequence[tuple[Match, Meaning]], tables: TimeTables) -> list[Range]:
    """Only ends of the same type and known order make a range."""
    found = []
    for (first, one), (second, other) in pairwise(read):
        if second.start - first.end > MIDDLE or not (first.rule.type == second.rule.type == "DATE"):
            continue
        link = _link(text, first, second, tables)
        if link is None or one.earliest is None or other.latest is None or other.latest < one.earliest:
            continue
        found.append(Range(link[1], second.end, span_of(one, other), link[0].id))
    return found


def _link(text: str, first: Match, second: Match, tables: TimeTables) -> tuple[Link, int] | None:
    for link in _between(text, first.end, second.start, tables.middles):
        if not link.lead:
            return link, first.start
        lead = _lead(text, first.start, link, tables)
        if lead is not None:
            return link, lead
    return None


def _between(text: str, start: int, end: int, index: FrameIndex) -> list[Link]:
    word = WORD.search(text, start, end)
    at = word.start() if word else start + len(text[start:end]) - len(text[start:end].lstrip())
    key = word.group().lower() if word else text[at : at + 1]
    found = []
    for frame in index.get(key, ()):
        match = frame.regex.match(text, at, end)
        if match and not text[match.end() : end].strip() and isinstance(frame.rule, Link):
            found.append(frame.rule)
    return found


def _lead(text: str, start: int, link: Link, tables: TimeTables) -> int | None:
    words = list(WORD.finditer(text, max(0, start - 20), start))[-2:]
    for word in words:
        for frame in tables.leads.get(word.group().lower(), ()):
            match = frame.regex.match(text, word.start(), start)
            if frame.rule is link and match and not text[match.end() : start].strip():
                return word.start()
    return None
