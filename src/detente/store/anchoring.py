"""A document that is coded anew -> what users decided about its accounts, now about those that tell of the same.

Accounts are numbered in the order of the text, so that a new coding may give the number of one to another. An account is
found again by the words that name its event: these have a place in the text, which never moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select, update

from detente.dossiers.records import Account
from detente.records import Span
from detente.store import tables as t
from detente.store.adding import Touched

LOST = "#lost:"  # of an account that no coding has now, with the places of its words


def keep_anchors(
    connection: Connection, document: str, before: Iterable[Account], now: Sequence[Account], touched: Touched
) -> None:
    """Let the decisions about a document's accounts follow them; those about an account that is gone wait for it."""
    o = t.overrules.c
    mine = f"{document}#"
    query = select(o.id, o.first, o.second).where(
        or_(o.first.startswith(mine, autoescape=True), o.second.startswith(mine, autoescape=True))
    )
    places = {account.id: _places(account) for account in before}
    for row in connection.execute(query).all():
        moved = {
            side: _anchor(name, document, places, now)
            for side, name in (("first", row.first), ("second", row.second))
            if name is not None and name.startswith(mine)
        }
        connection.execute(update(t.overrules).where(o.id == row.id).values(**moved))
        ruled: dict[str, Any] = {"first": row.first, "second": row.second, **moved}
        touched.ruled.update(name for name in ruled.values() if name)


def _anchor(name: str, document: str, places: dict[str, set[Span]], now: Sequence[Account]) -> str:
    known = places.get(name) or _lost_places(name)
    best = max(now, key=lambda account: (len(known & _places(account)), account.id == name), default=None)
    if best is not None and known & _places(best):
        return best.id
    if not known:
        return name
    return f"{document}{LOST}{','.join(f'{start}-{end}' for start, end in sorted(known))}"


def _places(account: Account) -> set[Span]:
    return {event.trigger for event in account.events}


def _lost_places(name: str) -> set[Span]:
    _, lost, places = name.partition(LOST)
    pairs = (place.split("-") for place in places.split(",")) if lost else ()
    return {Span(int(start), int(end)) for start, end in pairs}
