"""What leaves the store beside dossiers: links of accounts, reports that no longer count, those that speak of a relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from detente.records import Report
from detente.store import tables as t
from detente.store.rows import report_of

_A, _P, _D, _R = t.accounts.c, t.placements.c, t.documents.c, t.reports.c


class Linked(NamedTuple):
    """An account with its dossier, the document that its own is a copy of, and the day on which that was corrected."""

    account: str
    dossier: str | None
    copy_of: str | None
    superseded: str | None


def read_links(connection: Connection, documents: Sequence[str]) -> Iterator[Linked]:
    """What is known of each account of the documents."""
    query = (
        select(_A.id, _P.dossier, _D.copy_of, _D.superseded)
        .join(t.documents, _D.id == _A.document)
        .outerjoin(t.placements, _P.account == _A.id)
        .where(_A.document.in_(documents))
    )
    for row in connection.execute(query):
        yield Linked(*row)


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


def read_dropped(connection: Connection, as_of: str) -> Iterator[str]:
    """The ids of the documents that repeat another, or that had been corrected by the end of a day."""
    query = select(_D.id).where(or_(_D.copy_of.is_not(None), _D.superseded <= as_of))
    yield from connection.execute(query).scalars()
