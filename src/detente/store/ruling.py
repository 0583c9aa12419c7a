"""A user's decision kept as data, and what it is about linked or derived anew."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from detente.dossiers.records import Overrule
from detente.errors import StoreError
from detente.store import tables as t
from detente.store.adding import Touched


def add_overrule(connection: Connection, overrule: Overrule, touched: Touched) -> None:
    """Keep the decision, and place or derive anew whom it concerns.

    One about two accounts takes the place of an earlier one about them. Those about a status are all kept: each
    counts from its day on, so that what was believed on a day before it does not change. Raises `StoreError` for an
    account that there is not.
    """
    o = t.overrules.c
    row = {name: getattr(overrule, name) for name in Overrule.__struct_fields__}
    if overrule.verdict == "status":
        dossier = _dossier(connection, overrule.first)
        connection.execute(delete(t.overrules).where(o.id == overrule.id))
        connection.execute(insert(t.overrules).values(row))
        touched.dossier(dossier, None)
        return
    pair = [name for name in (overrule.first, overrule.second) if name]
    connection.execute(delete(t.overrules).where(o.first.in_(pair), o.second.in_(pair)))
    connection.execute(insert(t.overrules).values(row))
    touched.ruled.update(pair)


def _dossier(connection: Connection, account: str) -> str:
    p = t.placements.c
    found: str | None = connection.execute(select(p.dossier).where(p.account == account)).scalar()
    if found is None:
        raise StoreError(f"{account}: there is no such account; its document may have been forgotten")
    return found
