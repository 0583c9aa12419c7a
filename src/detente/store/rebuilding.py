"""All that follows from the codings, made anew from them: accounts, copies, dossiers, states and changes."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from detente.store import tables as t
from detente.store.adding import Touched, set_coding, stored_report


def rebuild(connection: Connection, touched: Touched) -> int:
    """Take the codings that documents stand by, and nothing else that was derived; how many documents there are.

    What users decided, aliases, watchlists and feeds are no derived data, and stay.
    """
    d, a = t.documents.c, t.appearances.c
    for table in (t.states, t.changes, t.placements):
        connection.execute(delete(table))
    documents = connection.execute(select(d.number, d.id, d.appearance).order_by(d.number)).all()
    for row in documents:
        if row.appearance is not None:
            set_coding(connection, row.appearance, stored_report(connection, row.appearance), touched)
        touched.numbers.add(row.number)
    touched.gone.clear()  # all are there again
    touched.dossiers.clear()
    addresses = connection.execute(select(a.address).where(a.address.is_not(None)).distinct()).scalars()
    touched.addresses.update(address for address in addresses if address)
    return len(documents)
