"""Stands in for linking and state until they are merged: same kind, same parties, one dossier."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

from detente.dossiers.accounts import head_event
from detente.dossiers.records import Account, Change, Dossier, Overrule, Placement, State

type DossierTables = object


def load_tables() -> DossierTables:
    return object()


class Placed(NamedTuple):
    account: Account
    placement: Placement


class Shelf(Protocol):
    def near(self, keys: Collection[str], since: str | None, until: str | None) -> Sequence[Placed]: ...
    def find(self, accounts: Collection[str]) -> Sequence[Placed]: ...


def order(placed: Placed) -> tuple[str, str]:
    return (placed.account.published or "", placed.account.id)


def keys_of(account: Account, *, tables: DossierTables) -> tuple[str, ...]:
    if account.published is None:
        return (f"waits|{account.id}",)
    head = head_event(account)
    names = sorted(a.country or a.id or a.name for a in (*head.actors, *head.recipients))
    return (f"{head.kind}|{'|'.join(names)}",)


def dossier_id(account: str) -> str:
    return f"dossier:{hashlib.sha256(account.encode()).hexdigest()[:12]}"


def _order(account: Account) -> tuple[str, str]:
    return account.published or "9999", account.id


def place(
    new: Sequence[Account],
    shelf: Shelf,
    overrules: Sequence[Overrule] = (),
    *,
    tables: DossierTables,
    gone: Sequence[Account] = (),
) -> tuple[Placement, ...]:
    found: dict[str, Placement] = {}
    for keys in {keys_of(account, tables=tables) for account in (*new, *gone)}:
        placed = shelf.near(keys, None, None)
        fresh = {a.id: a for a in new if keys_of(a, tables=tables) == keys}
        members = {p.account.id: p.account for p in placed} | fresh
        before = {p.account.id: p.placement.dossier for p in placed}
        first = min(members.values(), key=_order, default=None)
        for account in members.values():
            if first and before.get(account.id) != dossier_id(first.id):
                found[account.id] = Placement(
                    account=account.id,
                    dossier=dossier_id(first.id),
                    joined=None if account is first else first.id,
                )
    return tuple(found.values())


def state(dossier: Dossier, as_of: str) -> State | None:
    accounts = [a for a in dossier.accounts if (a.published or "") <= as_of]
    if not accounts:
        return None
    head = head_event(accounts[-1])
    return State(
        dossier=dossier.id,
        as_of=as_of,
        title=f"{head.kind}: {', '.join(a.name for a in head.actors)}",
        kind=head.kind,
        status=head.status,
        status_since=accounts[-1].published,
        actors=head.actors,
        recipients=head.recipients,
        reports=len(accounts),
        independent_sources=len({a.outlet for a in accounts if a.copy_of is None}),
    )


def changes(dossier: Dossier, since: str, until: str) -> tuple[Change, ...]:
    found, before = [], None
    for day in sorted({a.published for a in dossier.accounts if a.published}):
        now = state(dossier, day)
        if now and now.status != before and since <= day <= until:
            found.append(
                Change(
                    id=f"{dossier.id}|{day}",
                    dossier=dossier.id,
                    day=day,
                    what="moved" if before else "new",
                    title=now.title,
                    before=before,
                    after=now.status,
                )
            )
        before = now.status if now else None
    return tuple(found)
