"""What the pages ask of a store beyond its own interface: short lists and counts, each one statement of SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from detente.dossiers.records import Change, Dossier
from detente.records import Report
from detente.store import tables as t
from detente.store.deriving import stored_dossier
from detente.store.filters import Filter, between, state_conditions, told_in
from detente.store.folding import Folded, has_part
from detente.store.reading import Listed, read_reports
from detente.store.rows import report_of

_S, _D, _P, _C, _Y = (table.c for table in (t.states, t.documents, t.placements, t.changes, t.parties))
COMING = ("proposed", "planned", "scheduled", "postponed")


@dataclass(frozen=True, kw_only=True)
class Asked(Filter):
    """What a page was asked for: a filter, a place, and how far down the list."""

    place: str | None = None
    start: int = 0
    limit: int = 50


class Counts(NamedTuple):
    """How much is in the store."""

    documents: int
    dossiers: int


def counts(connection: Connection) -> Counts:
    """How many documents and dossiers there are."""
    documents = connection.execute(select(func.count()).select_from(t.documents)).scalar_one()
    dossiers = connection.execute(
        select(func.count()).where(_S.until.is_(None)).select_from(t.states)
    ).scalar_one()
    return Counts(documents, dossiers)


def last_day(connection: Connection) -> str | None:
    """The last day of publication in the store, or from which a user decided on a status, where that is later."""
    told = connection.execute(
        select(func.max(_D.published), select(func.max(t.overrules.c.day)).scalar_subquery())
    )
    return max((day for day in told.one() if day), default=None)


def listed(connection: Connection, asked: Asked, *, as_of: str) -> Sequence[Listed]:
    """The dossiers as they stood at the end of a day, those with the latest news first."""
    query = _standing(asked, as_of).order_by(_S.day.desc(), _S.dossier)
    return _rows(connection, query.offset(asked.start).limit(asked.limit))


def fitting(connection: Connection, asked: Asked, *, as_of: str) -> int:
    """How many dossiers fit, of which a page shows some."""
    return connection.execute(
        select(func.count()).select_from(_standing(asked, as_of).subquery())
    ).scalar_one()


def coming(connection: Connection, asked: Asked, *, day: str) -> Sequence[Listed]:
    """The dossiers with a plan that is not past on that day, the soonest first."""
    ahead = or_(_S.date_to >= day, and_(_S.date_to.is_(None), _S.date_from >= day))
    query = _standing(asked, day).where(_S.status.in_(COMING), ahead)
    return _rows(
        connection, query.order_by(func.coalesce(_S.date_from, _S.date_to), _S.dossier).limit(asked.limit)
    )


def disputed(connection: Connection, asked: Asked, *, day: str) -> Sequence[Listed]:
    """The dossiers with an open contradiction, those with the latest news first."""
    query = _standing(asked, day).where(_S.contradictions > 0)
    return _rows(connection, query.order_by(_S.day.desc(), _S.dossier).limit(asked.limit))


def changed(connection: Connection, asked: Asked, *, day: str) -> Sequence[Change]:
    """The latest changes up to that day, newest first.

    The store also holds the days on which plans will have passed, should no report come.
    """
    query = select(_C.body).where(*between(_C.day, asked), _C.day <= day)
    if narrow := _conditions(asked):
        query = query.where(_C.dossier.in_(select(_S.dossier).where(_S.until.is_(None), *narrow)))
    query = query.order_by(_C.day.desc(), _C.dossier, _C.id).offset(asked.start).limit(asked.limit)
    return [msgspec.json.decode(body, type=Change) for body in connection.execute(query).scalars()]


def named(connection: Connection, words: str, *, limit: int = 20) -> Sequence[Listed]:
    """The dossiers whose title has all of these words."""
    parts = [has_part(_S.title, word) for word in words.split()]
    query = select(*_listed_columns()).where(_S.until.is_(None), *parts)
    return _rows(connection, query.order_by(_S.day.desc(), _S.dossier).limit(limit))


def places_of(connection: Connection, document: str) -> dict[str, str]:
    """The dossier of each happening of a document."""
    query = select(_P.account, _P.dossier).where(_P.account.startswith(f"{document}#", autoescape=True))
    return {account.rpartition("#")[2]: dossier for account, dossier in connection.execute(query)}


def called(connection: Connection, actor: str) -> str | None:
    """What the reports call an actor most often; None for one that no report names."""
    query = (
        select(_Y.name)
        .where(_Y.actor == actor)
        .group_by(_Y.name)
        .order_by(func.count().desc(), _Y.name)
        .limit(1)
    )
    found: str | None = connection.execute(query).scalar()
    return found


def met(connection: Connection, actor: str, *, limit: int = 20) -> Sequence[tuple[str, str, int]]:
    """With whom an actor shares events: id, name, how many."""
    own, other = t.parties.alias(), t.parties.alias()
    events = func.count(func.distinct(own.c.event))
    query = (
        select(other.c.actor, func.min(other.c.name), events)
        .join(other, and_(other.c.event == own.c.event, other.c.actor != own.c.actor))
        .where(own.c.actor == actor)
        .group_by(other.c.actor)
        .order_by(events.desc(), other.c.actor)
        .limit(limit)
    )
    return [tuple(row) for row in connection.execute(query)]


def history(connection: Connection, dossier: str, *, until: str) -> Sequence[Change]:
    """The changes of a dossier in order."""
    query = select(_C.body).where(_C.dossier == dossier, _C.day <= until).order_by(_C.day, _C.id)
    return [msgspec.json.decode(body, type=Change) for body in connection.execute(query).scalars()]


def linked(connection: Connection, dossier: str, *, limit: int = 12) -> Sequence[Listed]:
    """Other dossiers that the same reports speak of."""
    here, there = t.placements.alias(), t.placements.alias()
    own, near = t.accounts.alias(), t.accounts.alias()
    others = (
        select(there.c.dossier)
        .join(near, near.c.id == there.c.account)
        .join(own, own.c.document == near.c.document)
        .join(here, here.c.account == own.c.id)
        .where(here.c.dossier == dossier, there.c.dossier != dossier)
    )
    query = select(*_listed_columns()).where(_S.until.is_(None), _S.dossier.in_(others))
    return _rows(connection, query.order_by(_S.day.desc(), _S.dossier).limit(limit))


def report(connection: Connection, document: str) -> Report | None:
    """The report that a document stands by now; None for no such document."""
    reports = t.reports.c
    query = (
        select(reports.body, _D.text)
        .join(t.documents, _D.id == reports.document)
        .where(_D.id == document, reports.current)
    )
    row = connection.execute(query).first()
    return None if row is None else report_of(row.body, row.text)


def stamp(connection: Connection) -> tuple[object, ...]:
    """What differs whenever something in the store did."""
    reports, overrules = t.reports.c, t.overrules.c
    query = select(
        select(func.max(reports.number)).scalar_subquery(),
        select(func.count()).select_from(t.documents).scalar_subquery(),
        select(func.max(overrules.made)).scalar_subquery(),
    )
    return tuple(connection.execute(query).one())


def planned(connection: Connection, asked: Asked, *, day: str, most: int) -> list[str]:
    """The dossiers that a calendar may show, those with the latest news first."""
    query = _standing(asked, day).where(or_(_S.date_from.is_not(None), _S.date_to.is_not(None)))
    return [row.dossier for row in _rows(connection, query.order_by(_S.day.desc(), _S.dossier).limit(most))]


def dossiers_between(connection: Connection, pair: tuple[str, str]) -> list[Dossier]:
    """Every dossier of two states."""
    query = (
        select(_S.dossier)
        .where(_S.until.is_(None), *state_conditions(Filter(pair=pair)))
        .order_by(_S.dossier)
    )
    found = (stored_dossier(connection, name) for name in connection.execute(query).scalars().all())
    return [dossier for dossier in found if dossier is not None]


def reports_between(connection: Connection, pair: tuple[str, str]) -> list[Report]:
    """The reports that tell of an event between two states."""
    return list(read_reports(connection, Filter(pair=pair)))


def _standing(asked: Asked, as_of: str) -> Select[Any]:
    """The states that held at the end of a day and fit."""
    return select(*_listed_columns()).where(
        _S.day <= as_of,
        or_(_S.until.is_(None), _S.until > as_of),
        *_conditions(asked),
        *between(_S.day, asked),
    )


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    """What must hold of how a dossier stands, and of where its reports put it."""
    place = [told_in(Folded(t.events.c.place) == Folded(asked.place))] if asked.place else []
    return [*state_conditions(asked), *place]


def _listed_columns() -> list[Any]:
    return [_S[name] for name in Listed.__struct_fields__]


def _rows(connection: Connection, query: Select[Any]) -> list[Listed]:
    return [Listed(**row._mapping) for row in connection.execute(query)]
