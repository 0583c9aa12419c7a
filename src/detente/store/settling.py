"""After a change: versions, copies, placements and dossiers, in the order in which they rest on each other."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from detente.store import tables as t
from detente.store.adding import Touched
from detente.store.copying import settle_copies
from detente.store.deriving import settle_dossiers
from detente.store.placing import settle_places
from detente.store.versions import settle_versions


def settle(connection: Connection, touched: Touched) -> None:
    """Put in order all that rests on what was touched."""
    settle_versions(connection, touched)
    settle_copies(connection, touched)
    settle_places(connection, touched)
    settle_dossiers(connection, touched)
    _keep_ids(connection, touched)


def _keep_ids(connection: Connection, touched: Touched) -> None:
    """An id that no account stands for any more is kept as an alias of the dossier to which its accounts went."""
    p, a = t.placements.c, t.accounts.c
    for gone in sorted(touched.dossiers):
        in_use = select(p.account).where(p.dossier == gone).limit(1)
        opened = select(a.id).where(a.opens == gone).limit(1)
        if connection.execute(in_use).first() or connection.execute(opened).first():
            connection.execute(delete(t.aliases).where(t.aliases.c.alias == gone))
            continue
        heir = connection.execute(
            select(p.dossier)
            .join(t.accounts, a.id == p.account)
            .where(p.account.in_(touched.left.get(gone, ())))
            .order_by(a.published, a.id)
            .limit(1)
        ).scalar()
        connection.execute(
            delete(t.aliases).where((t.aliases.c.alias == gone) | (t.aliases.c.dossier == gone))
        )
        if heir:
            connection.execute(insert(t.aliases).values(alias=gone, dossier=heir))
