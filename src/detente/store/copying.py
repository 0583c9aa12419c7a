"""Near-duplicates in the store: which document is a copy of which, whatever came in first.

Copies of copies are one group; the earliest by day and id is the original, and `copy_of` of the others names it.
A text that a corrected one has taken the place of belongs to no group: its successor stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select, update

from detente.documents.copies import DAYS, Signature, are_copies
from detente.store import tables as t
from detente.store.adding import UNDATED, Touched
from detente.store.versions import note_document

_D = t.documents.c
_COLUMNS = (_D.number, _D.id, _D.published, _D.whole, _D.opening, _D.superseded, _D.copy_of)


def settle_copies(connection: Connection, touched: Touched) -> None:
    """Find the groups of the touched documents anew and write what changed."""
    waiting = dict(_with_groups(connection, touched.numbers))
    while waiting:
        _, seed = waiting.popitem()
        group = _group(connection, seed)
        for number in group:
            waiting.pop(number, None)
        _write(connection, list(group.values()), touched)


def _with_groups(connection: Connection, numbers: set[int]) -> Iterator[tuple[int, Any]]:
    """The documents and all that are in one group with them until now."""
    seeds = connection.execute(select(*_COLUMNS).where(_D.number.in_(numbers))).all()
    yield from ((row.number, row) for row in seeds)
    roots = {row.copy_of or row.id for row in seeds}
    grouped = connection.execute(select(*_COLUMNS).where(or_(_D.copy_of.in_(roots), _D.id.in_(roots))))
    yield from ((row.number, row) for row in grouped)


def _group(connection: Connection, seed: Any) -> dict[int, Any]:
    """All documents that are copies of the seed, of its copies, and so on, by number."""
    group = {seed.number: seed}
    border = [seed]
    while border:
        for other in _neighbours(connection, border.pop()):
            if other.number not in group:
                group[other.number] = other
                border.append(other)
    return group


def _neighbours(connection: Connection, document: Any) -> Iterator[Any]:
    if document.superseded:
        return
    own = select(t.bands.c.band).where(t.bands.c.document == document.number)
    met = select(t.bands.c.document).where(t.bands.c.band.in_(own), t.bands.c.document != document.number)
    query = select(*_COLUMNS).where(_D.number.in_(met), _D.superseded.is_(None))
    for other in connection.execute(query):
        if _near_in_time(document, other) and are_copies(_signature(document), _signature(other)):
            yield other


def _signature(row: Any) -> Signature:
    return Signature(whole=row.whole, opening=row.opening)


def _near_in_time(first: Any, second: Any) -> bool:
    if first.published is None or second.published is None:
        return True
    days = date.fromisoformat(first.published) - date.fromisoformat(second.published)
    return abs(days.days) <= DAYS


def _write(connection: Connection, group: list[Any], touched: Touched) -> None:
    original = min(group, key=lambda row: (row.published or UNDATED, row.id))
    for row in group:
        copy_of = None if row is original else original.id
        if row.copy_of != copy_of:
            connection.execute(update(t.documents).where(_D.number == row.number).values(copy_of=copy_of))
            note_document(connection, row.id, row.published, touched)
