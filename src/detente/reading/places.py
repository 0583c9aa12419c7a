"""A text that was changed before it was read, with the place of each of its characters in the text as given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from detente.records import Record, Span


class Edit(NamedTuple):
    """`[start, end)` of a text is to be `new`."""

    start: int
    end: int
    new: str


class Placed(msgspec.Struct, frozen=True):
    """A text, and where in the text as given each of its characters begins and ends; None where nothing has moved."""

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] = ()

    def back(self, span: Span) -> Span:
        """The same stretch in the text as given."""
        if self.starts is None:
            return span
        start = self.starts[span.start] if span.start < len(self.starts) else (self.ends or [0])[-1]
        return Span(start, self.ends[span.end - 1] if span.end > span.start else start)

    def forth(self, span: Span) -> Span:
        """The same stretch of the text as given in this one; what is no longer there is empty."""
        if self.starts is None:
            return span
        start = bisect_right(self.ends, span.start)
        return Span(start, max(start, bisect_left(self.starts, span.end)))


def edited(placed: Placed, edits: Iterable[Edit]) -> Placed:
    """The text with these changes, which stand in order and do not overlap; same-length ones move nothing."""
    wanted = [edit for edit in edits if placed.text[edit.start : edit.end] != edit.new]
    if not wanted:
        return placed
    text = _joined(placed.text, wanted)
    if placed.starts is None and all(len(edit.new) == edit.end - edit.start for edit in wanted):
        return Placed(text)
    starts = range(len(placed.text)) if placed.starts is None else placed.starts
    ends = range(1, len(placed.text) + 1) if placed.starts is None else placed.ends
    return Placed(text, _moved(starts, starts, wanted, end=False), _moved(ends, ends, wanted, end=True))


def _joined(text: str, edits: Sequence[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        at = end
    return "".join([*parts, text[at:]])


def _moved(places: Sequence[int], outer: Sequence[int], edits: Sequence[Edit], *, end: bool) -> Sequence[int]:
    """The places of what stays, and for each new character the whole stretch that it stands for, or its own letter."""
    moved: list[int] = []
    at = 0
    for start, stop, new in edits:
        moved += places[at:start]
        if len(new) == stop - start:
            moved += places[start:stop]
        else:
            moved += [outer[stop - 1] if end else outer[start]] * len(new)
        at = stop
    return [*moved, *places[at:]]


def moved_back[T](value: T, placed: Placed) -> T:
    """A record, or whatever it holds, with all its spans in the text as given."""
    if placed.starts is None:
        return value
    moved: object = value
    if isinstance(value, Span):
        moved = placed.back(value)
    elif isinstance(value, tuple):
        moved = tuple([moved_back(one, placed) for one in value])
    elif isinstance(value, Record):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        moved = msgspec.structs.replace(
            value, **{name: moved_back(one, placed) for name, one in fields.items()}
        )
    return moved  # type: ignore[return-value]
