"""A text as given in, the same as it was meant out, with the place of each character: no codes, tags and unseen marks.

What the parser and the tables read is this; every span of a report is one of the text as given (`Placed.back`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from detente.knowledge.actors import ActorTables
from detente.reading.headlines import HeadlineWords
from detente.reading.letters import composed, decoded, plain_marks, read_rightly, removed, typed_quotes
from detente.reading.markup import (
    cells_apart,
    labels_told,
    without_emphasis,
    without_forwarding,
    without_hashes,
    without_line_marks,
    without_links,
    without_tags,
    without_tags_of_posts,
)
from detente.reading.openings import quiet_openings
from detente.reading.places import Edit, Placed, edited
from detente.reading.wrapped import unwrapped

STEPS: Sequence[Callable[[str], Iterable[Edit]]] = (
    read_rightly,
    decoded,
    without_tags,
    without_links,
    without_line_marks,
    without_emphasis,
    cells_apart,
    labels_told,
    without_tags_of_posts,
    without_hashes,
    without_forwarding,
    removed,
    composed,
    typed_quotes,
)

# a word that goes on in the next line
_PARTING = re.compile(r"-[ \t]*\r?\n")
_PARTED = re.compile(r"(?P<first>[^\W\d_]+)(?P<gap>-[ \t]*\r?\n[ \t]*)(?P<last>[^\W\d_]+)")


def undamaged(text: str, words: HeadlineWords, tables: ActorTables) -> Placed:
    """The text as it was meant. words and tables: what words and names there are, for those that a line end parts."""
    placed = Placed(text)
    for step in STEPS:
        placed = edited(placed, step(placed.text))
    if (plain := plain_marks(placed.text)) != placed.text:
        placed = Placed(plain, placed.starts, placed.ends)
    placed = edited(placed, unwrapped(placed.text))
    if "\n" in placed.text and _PARTING.search(placed.text):
        placed = edited(placed, _joined(placed.text, words, tables))
    return edited(placed, quiet_openings(placed.text, words, tables))


def plain_text(placed: Placed) -> str:
    """The text of it alone."""
    return placed.text


def _joined(text: str, words: HeadlineWords, tables: ActorTables) -> Iterator[Edit]:
    """Words that a line end parts; the hyphen stays where it belongs to the word ("Moscow-backed")."""
    for found in _PARTED.finditer(text):
        whole = found["first"] + found["last"]
        one = words.common(whole.lower()) or tables.names.number(whole) is not None
        yield Edit(*found.span("gap"), "" if one and not found["last"][0].isupper() else "-")
