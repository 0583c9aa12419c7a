"""A document out of the store, with all that rests on it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, or_, select

from detente.store import tables as t
from detente.store.adding import Touched, drop_accounts
from detente.store.versions import note_document


def forget_document(connection: Connection, document: str, touched: Touched) -> None:
    """Remove its text, appearances, codings and accounts; what shared a dossier, address or wording is put in order."""
    a, d = t.appearances.c, t.documents.c
    drop_accounts(connection, document, touched)
    touched.addresses.update(
        address
        for address in connection.execute(select(a.address).where(a.document == document)).scalars()
        if address
    )
    own = connection.execute(select(d.id, d.copy_of).where(d.id == document)).one()
    group = connection.execute(
        select(d.number, d.id, d.published).where(
            or_(d.copy_of == document, d.id == own.copy_of, d.copy_of == own.copy_of)
        )
    ).all()
    for row in group:
        touched.numbers.add(row.number)
        note_document(connection, row.id, row.published, touched)
    connection.execute(delete(t.documents).where(d.id == document))
    touched.numbers -= {number for number in touched.numbers if not _is_there(connection, number)}


def _is_there(connection: Connection, number: int) -> bool:
    return (
        connection.execute(select(t.documents.c.id).where(t.documents.c.number == number)).first() is not None
    )
