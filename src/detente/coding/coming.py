"""The times attached to words in, the words whose time is still to come out."""

from __future__ import annotations

from collections.abc import Mapping

from detente.reading.times import AttachedTime

Attached = Mapping[int, tuple[AttachedTime, ...]]


def coming_heads(attached: Attached, published: str | None) -> frozenset[int]:
    """Heads that carry a time that begins after the day of publication."""
    if published is None:
        return frozenset()
    day = published[:10]
    return frozenset(
        head for head, items in attached.items() if any((item.time.earliest or "") > day for item in items)
    )
