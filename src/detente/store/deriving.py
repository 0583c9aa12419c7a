"""Dossiers that changed -> the rows that say how they stood on each day and what each day changed.

All of it follows from the accounts and could be worked out when it is asked for; it is kept so that lists and
changes over a large store come at once, and so that whoever opens the store with other tools finds it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from detente.dossiers import changes, state
from detente.dossiers.deciding import decision_days
from detente.dossiers.records import Account, Change, Dossier, Overrule, State
from detente.knowledge.dossiers import DossierTables
from detente.store import tables as t
from detente.store.accounts import account_of, account_query, placement_of
from detente.store.adding import UNDATED, Touched
from detente.store.rows import joined

ALWAYS = "0000-00-00"  # the day of what is known without a day
FOREVER = "9999-12-31"
NOBODY = "nobody named"


def settle_dossiers(connection: Connection, touched: Touched) -> None:
    """Derive anew what changed.

    All that is old goes first: an act that moves from one dossier to another takes the ids of its changes along.
    """
    days = {name: day or ALWAYS for name, day in sorted(touched.dossiers.items())}
    for name, first in days.items():
        connection.execute(delete(t.states).where(t.states.c.dossier == name, t.states.c.day >= first))
        connection.execute(delete(t.changes).where(t.changes.c.dossier == name, t.changes.c.day >= first))
    for name, first in days.items():
        dossier = stored_dossier(connection, name)
        if dossier is not None and any(account.refers is None for account in dossier.accounts):
            _derive(connection, dossier, first, touched.tables)


def stored_dossier(connection: Connection, name: str) -> Dossier | None:
    """The dossier of this very id with its accounts in order of publication, undated ones last."""
    rows = connection.execute(account_query().where(t.placements.c.dossier == name)).all()
    if not rows:
        return None
    placements = [placement for row in rows if (placement := placement_of(row))]
    found = sorted(map(account_of, rows), key=account_order)
    return Dossier(
        id=name,
        aliases=_aliases(connection, name, found),
        accounts=tuple(found),
        placements=tuple(sorted(placements, key=lambda one: one.account)),
        overrules=_overrules(connection, name),
    )


def _overrules(connection: Connection, name: str) -> tuple[Overrule, ...]:
    """What users decided about its accounts, in the order in which they did."""
    o = t.overrules.c
    own = select(t.placements.c.account).where(t.placements.c.dossier == name).scalar_subquery()
    query = select(t.overrules).where(or_(o.first.in_(own), o.second.in_(own))).order_by(o.made, o.id)
    return tuple(Overrule(**row._mapping) for row in connection.execute(query))


def account_order(account: Account) -> tuple[str, str]:
    """By day, then id; undated ones last."""
    return account.published or UNDATED, account.id


def _aliases(connection: Connection, name: str, accounts: Iterable[Account]) -> tuple[str, ...]:
    """The ids that its accounts would have opened, and those of accounts that are gone."""
    own = select(t.accounts.c.opens).where(t.accounts.c.id.in_([account.id for account in accounts]))
    gone = select(t.aliases.c.alias).where(t.aliases.c.dossier == name)
    found = {*connection.execute(own).scalars(), *connection.execute(gone).scalars()}
    return tuple(sorted(found - {name}))


def _derive(connection: Connection, dossier: Dossier, first: str, tables: DossierTables) -> None:
    """Keep its states and changes from the day on."""
    # Two reports that are corrected on one day are one change.
    new = list({change.id: change for change in changes(dossier, first, FOREVER, tables=tables)}.values())
    if new:
        connection.execute(insert(t.changes), [_change_row(change) for change in new])
    days = {account.published or ALWAYS for account in dossier.accounts}
    days |= {account.superseded for account in dossier.accounts if account.superseded}
    days |= decision_days(dossier)
    days |= {change.day for change in new}
    stood = [(moment, state(dossier, moment, tables=tables)) for moment in sorted(days) if moment >= first]
    rows = [_state_row(moment, one) for moment, one in stood if one is not None]
    if rows:
        connection.execute(insert(t.states), rows)
    _mark_ends(connection, dossier.id)


def _mark_ends(connection: Connection, name: str) -> None:
    """Each state of a dossier holds until the day of its next one."""
    later, s = t.states.alias(), t.states.c
    following = (
        select(func.min(later.c.day))
        .where(later.c.dossier == s.dossier, later.c.day > s.day)
        .scalar_subquery()
    )
    connection.execute(update(t.states).where(s.dossier == name).values(until=following))


def _change_row(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "dossier": change.dossier,
        "day": change.day,
        "what": change.what,
        "title": change.title,
        "before": change.before,
        "after": change.after,
        "body": msgspec.json.encode(change).decode(),
    }


def _state_row(day: str, state: State) -> dict[str, Any]:
    believed = [state.time] if state.time else [offer.time for offer in state.offers if offer.current]
    sides = (*state.actors, *state.recipients)
    names = dict.fromkeys(name for side in sides for name in (side.country, side.id) if name)
    return {
        "dossier": state.dossier,
        "day": day,
        "kind": state.kind,
        "title": state.title,
        "status": state.status,
        "status_since": state.status_since,
        "overruled_by": (state.overruled.who or NOBODY) if state.overruled else None,
        "actors": joined(side.name for side in state.actors),
        "recipients": joined(side.name for side in state.recipients),
        "parties": f" {' '.join(names)} ",
        "date_from": min((time.earliest for time in believed if time.earliest), default=None),
        "date_to": max((time.latest for time in believed if time.latest), default=None),
        "place": state.place and (state.place.name or state.place.text),
        "independent_sources": state.independent_sources,
        "reports": state.reports,
        "contradictions": len(state.contradictions),
    }
