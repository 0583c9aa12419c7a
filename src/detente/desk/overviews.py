"""Lists over the whole store: outlets, places, pairs of states, kinds. Each reads much; the desk keeps the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, select

from detente.store import tables as t

_S, _D, _E, _P = (table.c for table in (t.states, t.documents, t.events, t.placements))
HELD = ("occurred", "under_way")
OFF = ("cancelled", "declined", "denied")


class Outlet(NamedTuple):
    """An outlet, and what became of the happenings that it was first with."""

    outlet: str
    reports: int
    first: int
    confirmed: int
    off: int
    open: int


class Spot(NamedTuple):
    """A place where happenings are."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    dossiers: int


class Pair(NamedTuple):
    """Two states and how many dossiers they share."""

    first: str
    second: str
    dossiers: int


def outlets(connection: Connection) -> Sequence[Outlet]:
    """Every outlet, the busiest first, with what became of the dossiers that it opened."""
    tallied = select(_D.outlet, func.count()).where(_D.outlet.is_not(None)).group_by(_D.outlet)
    reports: dict[str, int] = {row[0]: row[1] for row in connection.execute(tallied)}
    first = (
        select(_S.status, _D.outlet)
        .join(t.accounts, t.accounts.c.opens == _S.dossier)
        .join(t.documents, _D.id == t.accounts.c.document)
        .where(_S.until.is_(None), _D.outlet.is_not(None))
        .subquery()
    )
    tally = [
        func.sum(case((condition, 1), else_=0))
        for condition in (
            first.c.status.in_(HELD),
            first.c.status.in_(OFF),
            first.c.status.not_in((*HELD, *OFF)),
        )
    ]
    query = select(first.c.outlet, func.count(), *tally).group_by(first.c.outlet)
    opened = {row[0]: tuple(row[1:]) for row in connection.execute(query)}
    rows = [Outlet(name, count, *opened.get(name, (0, 0, 0, 0))) for name, count in reports.items()]
    return sorted(rows, key=lambda row: (-row.reports, row.outlet))


def spots(connection: Connection, *, limit: int = 300) -> Sequence[Spot]:
    """The places with the most dossiers."""
    dossiers = func.count(func.distinct(_P.dossier))
    query = (
        select(_E.place, _E.place_country, _E.latitude, _E.longitude, dossiers)
        .join(t.placements, _P.account == _E.account)
        .where(_E.latitude.is_not(None))
        .group_by(_E.place, _E.place_country, _E.latitude, _E.longitude)
        .order_by(dossiers.desc(), _E.place)
        .limit(limit)
    )
    return [Spot(*row) for row in connection.execute(query)]


def pairs(connection: Connection, *, limit: int = 50) -> Sequence[Pair]:
    """The pairs of states that share the most dossiers."""
    one, two = t.parties.alias(), t.parties.alias()
    dossiers = func.count(func.distinct(_P.dossier))
    query = (
        select(one.c.country, two.c.country, dossiers)
        .join(two, and_(two.c.event == one.c.event, one.c.country < two.c.country))
        .join(t.events, _E.id == one.c.event)
        .join(t.placements, _P.account == _E.account)
        .where(one.c.role != "participant", two.c.role != "participant")
        .group_by(one.c.country, two.c.country)
        .order_by(dossiers.desc(), one.c.country, two.c.country)
        .limit(limit)
    )
    return [Pair(*row) for row in connection.execute(query)]


def kinds(connection: Connection) -> Sequence[str]:
    """The kinds that the store's dossiers have, in the order of the alphabet."""
    return connection.execute(select(_S.kind).distinct().order_by(_S.kind)).scalars().all()
