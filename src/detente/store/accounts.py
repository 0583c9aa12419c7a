"""Accounts as the store keeps them -> records."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Select, select

from detente.dossiers.records import Account, Placement
from detente.store import tables as t

_DECODER = msgspec.json.Decoder(Account)
_A, _P, _D = t.accounts.c, t.placements.c, t.documents.c


def account_query() -> Select[Any]:
    """What `account_of` needs, and the placement."""
    return (
        select(_A.id, _A.body, _D.copy_of, _D.superseded, _P.dossier, _P.joined, _P.score, _P.reasons, _P.act)
        .join(t.documents, _D.id == _A.document)
        .outerjoin(t.placements, _P.account == _A.id)
    )


def account_of(row: Any) -> Account:
    """The account as it stands: whether its document is a copy or has been corrected is known of the document."""
    account = _DECODER.decode(row.body)
    if row.copy_of is None and row.superseded is None:
        return account
    return msgspec.structs.replace(account, copy_of=row.copy_of, superseded=row.superseded)


def placement_of(row: Any) -> Placement | None:
    """The placement of the account of a row, None while it waits."""
    if row.dossier is None:
        return None
    return Placement(
        account=row.id,
        dossier=row.dossier,
        joined=row.joined,
        score=row.score,
        reasons=msgspec.json.decode(row.reasons, type=tuple[str, ...]),
        act=row.act,
    )
