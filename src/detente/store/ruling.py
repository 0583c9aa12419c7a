"""A user's decision kept as data, and what it is about linked anew."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert

from detente.dossiers.records import Overrule
from detente.store import tables as t
from detente.store.adding import Touched


def add_overrule(connection: Connection, overrule: Overrule, touched: Touched) -> None:
    """Keep the decision in the place of an earlier one about the two accounts, and place anew whom it concerns."""
    o = t.overrules.c
    pair = (overrule.first, overrule.second)
    connection.execute(delete(t.overrules).where(o.first.in_(pair), o.second.in_(pair)))
    row = {name: getattr(overrule, name) for name in Overrule.__struct_fields__}
    connection.execute(insert(t.overrules).values(row))
    touched.ruled.update(pair)
