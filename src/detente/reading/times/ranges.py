"""Matches in text order in; the pairs that make a range ("from Monday to Friday") out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.knowledge.time_index import FrameIndex
from detente.knowledge.time_needs import WORD
from detente.knowledge.time_rules import Link
from detente.knowledge.times import TimeTables
from detente.reading.times.match import Match, token_at
from detente.reading.tokens import Doc

MIDDLE = 12  # code points between the two ends


@dataclass(frozen=True)
class Joined:
    """The expression with that number and the next, joined; `start` is where the words of the range begin."""

    first: int
    start: int
    link: Link


def find_joined(doc: Doc, text: str, matches: Sequence[Match], tables: TimeTables) -> list[Joined]:
    """Only two dates that stand close by make a range."""
    found = []
    for i, (first, second) in enumerate(pairwise(matches)):
        if second.start - first.end <= MIDDLE and first.rule.type == second.rule.type == "DATE":
            links = _links(text, first, second, tables)
            fitting = [(link, start) for link, start in links if not _moves(doc, second, link)]
            found += [Joined(i, start, link) for link, start in fitting][:1]
    return found


def _moves(doc: Doc, second: Match, link: Link) -> bool:
    """ "Was put off from March to June": not a stretch, but an old day and a new one."""
    if not link.unless_under:
        return False
    above = token_at(doc, second.start, second.end).root.ancestors
    verb = next((token for token in above if token.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_.lower() in link.unless_under


def _links(text: str, first: Match, second: Match, tables: TimeTables) -> Iterator[tuple[Link, int]]:
    for link in _between(text, first.end, second.start, tables.middles):
        lead = _lead(text, first.start, link, tables) if link.lead else first.start
        if lead is not None:
            yield link, lead


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
