"""Articles that were corrected, updated or taken back: one address, other texts, each in the place of the one before."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, update

from detente.store import tables as t
from detente.store.adding import Touched

_A = t.appearances.c
type Successor = tuple[str, str]  # the day on which it came, and its document


def settle_versions(connection: Connection, touched: Touched) -> None:
    """Note for each document at the addresses whether a later text has taken its place, and on which day."""
    if not touched.addresses:
        return
    found = connection.execute(select(_A.document).where(_A.address.in_(touched.addresses))).scalars()
    for document in sorted(set(found)):
        _settle(connection, document, touched)


def _settle(connection: Connection, document: str, touched: Touched) -> None:
    d = t.documents.c
    before = connection.execute(
        select(d.number, d.published, d.superseded, d.superseded_by).where(d.id == document)
    ).one()
    day, successor = _successor(connection, document) or (None, None)
    if (before.superseded, before.superseded_by) == (day, successor):
        return
    connection.execute(
        update(t.documents).where(d.id == document).values(superseded=day, superseded_by=successor)
    )
    touched.numbers.add(before.number)
    days = [moment for moment in (day, before.superseded) if moment]
    note_document(connection, document, min(days), touched)


def _successor(connection: Connection, document: str) -> Successor | None:
    """What took the place of a document: only when that happened wherever the text stood."""
    addresses = connection.execute(select(_A.address).where(_A.document == document)).scalars().all()
    if not all(addresses):
        return None
    found = [_successor_at(connection, document, address) for address in sorted(set(addresses))]
    standing = any(successor is None for successor in found)
    return None if standing else max(successor for successor in found if successor)


def _successor_at(connection: Connection, document: str, address: str) -> Successor | None:
    """The next text at an address: by day of publication, and on one day in the order in which they were added."""
    texts = sorted(
        connection.execute(
            select(_A.document, _A.published, _A.added, _A.number).where(_A.address == address)
        ).all(),
        key=_order,
    )
    last = max(at for at, row in enumerate(texts) if row.document == document)
    if last + 1 == len(texts):
        return None
    successor = texts[last + 1]
    return successor.published or successor.added[:10], successor.document


def _order(row: Any) -> tuple[bool, str, int]:
    return row.published is not None, row.published or "", row.number


def note_document(connection: Connection, document: str, day: str | None, touched: Touched) -> None:
    """Note that the dossiers that rest on a document have to be derived anew from a day on."""
    query = (
        select(t.placements.c.dossier)
        .distinct()
        .join(t.accounts, t.accounts.c.id == t.placements.c.account)
        .where(t.accounts.c.document == document)
    )
    for dossier in connection.execute(query).scalars():
        touched.dossier(dossier, day)
