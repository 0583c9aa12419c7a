"""What the store knows of the accounts of some documents beyond their reports: the dossier and the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from detente.store import tables as t

_A, _P, _D = t.accounts.c, t.placements.c, t.documents.c


def read_links(
    connection: Connection, documents: Sequence[str]
) -> Iterator[tuple[str, str | None, str | None]]:
    """For each account of the documents its id, its dossier, and the document that its own is a copy of."""
    query = (
        select(_A.id, _P.dossier, _D.copy_of)
        .join(t.documents, _D.id == _A.document)
        .outerjoin(t.placements, _P.account == _A.id)
        .where(_A.document.in_(documents))
    )
    for row in connection.execute(query):
        yield row.id, row.dossier, row.copy_of


def read_copies(connection: Connection) -> Iterator[str]:
    """The ids of the documents that repeat another."""
    yield from connection.execute(select(_D.id).where(_D.copy_of.is_not(None))).scalars()
