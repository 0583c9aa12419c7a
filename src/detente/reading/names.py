"""A parsed text and the actor tables in, every name found out, with all that it can stand for.

Nothing is decided here: names overlap, and who "Jordan" is depends on the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.knowledge.actor_names import fold
from detente.knowledge.actor_rows import Entry
from detente.knowledge.actors import ActorTables
from detente.reading.tokens import Doc
from detente.records import Span

WITH_INITIAL = re.compile(r"\b([A-Z][\w'-]+) (?:[A-Z]\. ?){1,2}([A-Z][\w'-]+)")
SUFFIX = re.compile(r",? [JS]r\b\.?")
INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
PERSON, PEOPLE, BODIES = "person", ("person", "surname"), ("group", "organisation")  # of an entry
_WIDE = re.compile(r"[^\S\n]{2,}|[^\S\n]+\n[^\S\n]*|\n[^\S\n]+")


class Name(NamedTuple):
    """A stretch of text that is a name in the tables."""

    span: Span
    entries: tuple[Entry, ...]


def find_names(doc: Doc, tables: ActorTables) -> tuple[Name, ...]:
    """All names in the text, in order of their starts, longer ones first."""
    return find_names_in(doc.text, tables)


def find_names_in(text: str, tables: ActorTables) -> tuple[Name, ...]:
    """As `find_names`, for a text that is not parsed; several blanks in a row, or around a line end, count as one."""
    if _WIDE.search(text) is None:
        return _names_in(text, tables)
    skipped = {i for gap in _WIDE.finditer(text) for i in range(gap.start() + 1, gap.end())}
    kept = [i for i in range(len(text)) if i not in skipped]
    found = _names_in("".join(map(text.__getitem__, kept)), tables)
    return tuple(Name(Span(kept[s.start], kept[s.end - 1] + 1), entries) for s, entries in found)


def _names_in(text: str, tables: ActorTables) -> tuple[Name, ...]:
    folded = fold(text)
    hits = [(start, -end, number) for start, end, number in tables.names.find(folded)]
    hits += _with_initials(folded, tables)
    hits += _by_initials(folded, hits, tables)
    hits += _with_suffix(folded, hits, tables)
    hits.sort()
    return tuple(Name(Span(start, -end), tables.names.entries[number]) for start, end, number in hits)


def _with_initials(folded: str, tables: ActorTables) -> Iterator[tuple[int, int, int]]:
    """ "Rudolf V. Rassendyll": somebody who is in the tables without the letter."""
    if ". " not in folded:
        return
    for match in WITH_INITIAL.finditer(folded):
        number = tables.names.number(f"{match[1]} {match[2]}")
        if number is not None and any(entry.kind == PERSON for entry in tables.names.entries[number]):
            yield match.start(), -match.end(), number


def _with_suffix(
    folded: str, hits: Sequence[tuple[int, int, int]], tables: ActorTables
) -> list[tuple[int, int, int]]:
    """ "Rudolf Rassendyll Jr.": the word after a person's name is part of it, and the head that the parser gives it."""
    ends = {-match.start(): -match.end() for match in SUFFIX.finditer(folded)}
    return [
        (start, ends[end], number)
        for start, end, number in hits
        if end in ends and any(entry.kind in PEOPLE for entry in tables.names.entries[number])
    ]


def _by_initials(
    folded: str, hits: Sequence[tuple[int, int, int]], tables: ActorTables
) -> Iterator[tuple[int, int, int]]:
    """ "The Zenda Liberation Army ... the ZLA": what stands for nobody else, after a name of such initials."""
    taken = {start for start, _, _ in hits}
    letters = [m for m in INITIALS.finditer(folded) if m.start() not in taken] if hits else []
    if not letters:
        return
    for start, end, number in hits:
        if not any(entry.kind in BODIES for entry in tables.names.entries[number]):
            continue
        words = folded[start:-end].replace("-", " ").split()
        short = "".join(w[0] for w in words if w[0].isupper()), "".join(w[0] for w in words).upper()
        yield from ((m.start(), -m.end(), number) for m in letters if m[0] in short and m.start() > start)
