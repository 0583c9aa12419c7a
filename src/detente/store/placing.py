"""New accounts -> the dossiers that they belong to, with what linking asks of the accounts that are there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from detente.dossiers import Placed, place
from detente.dossiers.index import order
from detente.dossiers.records import Account, Overrule, Placement
from detente.store import tables as t
from detente.store.accounts import account_of, account_query, placement_of
from detente.store.adding import Touched
from detente.store.anchoring import keep_anchors

AT_ONCE = 500  # values in one IN (...)
_A, _P = t.accounts.c, t.placements.c


class StoredShelf:
    """The accounts of the store that have been placed, in the order (published, id); see `dossiers.index.Shelf`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def near(self, keys: Collection[str], since: str | None, until: str | None) -> Sequence[Placed]:
        """The dated accounts kept under one of the keys and published within the days."""
        k = t.keys.c
        named = select(k.account).where(k.key.in_(keys), k.published.is_not(None))
        if since is not None:
            named = named.where(k.published >= since)
        if until is not None:
            named = named.where(k.published <= until)
        return self._placed(_A.id.in_(named))

    def last(self, keys: Collection[str], since: str, before: tuple[str, str], most: int) -> Sequence[Placed]:
        """The last accounts before a day and id; each key is read from its end, so that a busy pair costs no more."""
        k = t.keys.c
        found: set[tuple[str, str]] = set()
        for key in sorted(keys):
            query = (
                select(k.published, k.account)
                .where(k.key == key, k.published >= since, k.published <= before[0])
                .where(or_(k.published < before[0], k.account < before[1]))
                .order_by(k.published.desc(), k.account.desc())
                .limit(most)
            )
            found |= {(row.published, row.account) for row in self._connection.execute(query)}
        return self.find([account for _, account in sorted(found)[-most:]]) if most else []

    def find(self, accounts: Collection[str]) -> Sequence[Placed]:
        """The accounts of these ids; an id that is not there, or waits, is left out."""
        found: list[Placed] = []
        for some in batched(sorted(accounts), AT_ONCE, strict=False):
            found += self._placed(_A.id.in_(some))
        return sorted(found, key=order)

    def _placed(self, condition: ColumnElement[bool]) -> list[Placed]:
        query = account_query().where(condition, _P.dossier.is_not(None))
        rows = self._connection.execute(query).all()
        return sorted(
            (Placed(account_of(row), placement) for row in rows if (placement := placement_of(row))),
            key=order,
        )


def settle_places(connection: Connection, touched: Touched) -> None:
    """Place what is new, and anew what is affected by it or by what is gone."""
    for document, before in sorted(touched.recoded.items()):
        now = list(_accounts(connection, _A.document, [document]))
        keep_anchors(connection, document, before, now, touched)
    shelf, overrules = StoredShelf(connection), list(stored_overrules(connection))
    if touched.gone:  # by itself: a new coding has accounts of the same ids
        gone = [account for _, account in sorted(touched.gone.items())]
        _settle(connection, place((), shelf, overrules, tables=touched.tables, gone=gone), touched)
    found = (
        *_accounts(connection, _A.document, touched.coded),
        *_accounts(connection, _A.id, touched.ruled),
    )
    new = list({account.id: account for account in found}.values())
    if new:
        _settle(connection, place(new, shelf, overrules, tables=touched.tables), touched)


def _accounts(connection: Connection, column: ColumnElement[str], names: Iterable[str]) -> Iterator[Account]:
    for some in batched(sorted(names), AT_ONCE, strict=False):
        for row in connection.execute(account_query().where(column.in_(some)).order_by(_A.id)):
            yield account_of(row)


def _settle(connection: Connection, placements: Sequence[Placement], touched: Touched) -> None:
    """Where accounts leave a dossier it is derived anew, where they come to one from the day of the first on."""
    for placement in placements:
        row = connection.execute(
            select(_A.published, _P.dossier)
            .outerjoin(t.placements, _P.account == _A.id)
            .where(_A.id == placement.account)
        ).one()
        if row.dossier not in (None, placement.dossier):
            touched.dossier(row.dossier, row.published)
            touched.left.setdefault(row.dossier, []).append(placement.account)
        touched.dossier(placement.dossier, row.published)
    _write(connection, placements)


def _write(connection: Connection, placements: Sequence[Placement]) -> None:
    for some in batched(placements, AT_ONCE, strict=False):
        connection.execute(delete(t.placements).where(_P.account.in_([one.account for one in some])))
        connection.execute(
            insert(t.placements),
            [
                {
                    "account": one.account,
                    "dossier": one.dossier,
                    "joined": one.joined,
                    "score": one.score,
                    "reasons": msgspec.json.encode(one.reasons).decode(),
                    "act": one.act,
                }
                for one in some
            ],
        )


def stored_overrules(connection: Connection) -> Iterator[Overrule]:
    """Every overrule, in the order in which they were made."""
    o = t.overrules.c
    for row in connection.execute(select(t.overrules).order_by(o.made, o.id)):
        yield Overrule(**row._mapping)
