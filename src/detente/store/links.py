"""What leaves the store beside dossiers: links of accounts, copies, and reports that speak of a relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, or_, select

from detente.records import Report
from detente.store import tables as t
from detente.store.rows import report_of

_A, _P, _D, _R = t.accounts.c, t.placements.c, t.documents.c, t.reports.c


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


def read_viewers(connection: Connection, pair: tuple[str, str]) -> Iterator[Report]:
    """The reports that documents stand by now and that say something of the relation of the two, by day."""
    first, second = pair
    named = (f'"pair":["{one}","{other}"]' for one, other in ((first, second), (second, first)))
    query = (
        select(_R.body, _D.text)
        .join(t.documents, _D.id == _R.document)
        .where(_R.current, or_(*(_R.body.contains(words, autoescape=True) for words in named)))
        .order_by(_D.published, _D.id)
    )
    for row in connection.execute(query):
        yield report_of(row.body, row.text)


def read_copies(connection: Connection) -> Iterator[str]:
    """The ids of the documents that repeat another."""
    yield from connection.execute(select(_D.id).where(_D.copy_of.is_not(None))).scalars()
