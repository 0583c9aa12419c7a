"""A text in, the line ends out that stand where a line was full and mean nothing ("hard wraps").

They are told by the lines themselves: after one that goes on with a small letter no sentence has ended. The longest of
these gives the width, and a line was full where the next word would not have fitted in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from detente.reading.places import Edit

WIDEST = 120  # characters; longer lines are paragraphs
NARROWEST, NARROWEST_OF_ONE = 16, 40  # where more than one line was cut, and where only one was
SLACK = 5  # characters by which a line may be wider than those
SHARE = 0.9  # of the lines that go on which must have been full
FEWEST_SHOUTED = 2

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_GAP = re.compile(r"[ \t\r]*\n[ \t]*")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_PARTED = re.compile(r"[^\W\d_]-$")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_WITHIN = re.compile(r"[.!?] +[A-Z]")  # a sentence that ends in a line, as in no list of titles


class Break(NamedTuple):
    """A line end between two lines of a paragraph: where it is, how long the line before is, and the next word."""

    start: int
    end: int
    length: int
    word: str
    ended: bool


def unwrapped(text: str) -> Iterator[Edit]:
    """A blank for each such line end."""
    breaks = _breaks(text) if "\n" in text else []
    width = _width(breaks, text)
    if width:
        yield from (Edit(one.start, one.end, " ") for one in breaks if _full(one, width))


def _breaks(text: str) -> list[Break]:
    lines = list(_LINE.finditer(text))
    found = []
    for line, following in pairwise(lines):
        said = line.group().rstrip()
        end = line.start() + len(said)
        gap = _GAP.match(text, end)
        word = _FIRST_WORD.match(following.group())
        joined = _PARTED.search(said)  # which is another matter
        if gap and word and not joined and gap.end() == following.start() + word.start(1):
            found.append(Break(end, gap.end(), len(said), word[1], bool(_ENDED.search(said))))
    return found


def _width(breaks: Sequence[Break], text: str) -> int:
    """The width of the lines; 0 where they are not cut at one."""
    going_on = [one for one in breaks if one.word[0].islower() and not one.ended]
    if not going_on and text.isupper() and _WITHIN.search(text):
        going_on = [one for one in breaks if one.word[0].isalpha() and not one.ended]
        if len(going_on) < FEWEST_SHOUTED:
            return 0
    width = max((one.length for one in going_on), default=0)
    cut = [one for one in breaks if _full(one, width) and not one.ended]
    narrowest = NARROWEST if len(cut) > 1 else NARROWEST_OF_ONE
    if not narrowest <= width <= WIDEST:
        return 0
    return width if sum(_full(one, width) for one in going_on) >= SHARE * len(going_on) else 0


def _full(one: Break, width: int) -> bool:
    """Whether the next word did not fit; no line is much longer than those by which the width is known."""
    return one.length + 1 + len(one.word) > width >= one.length - SLACK
