"""`detente dossier merge`, `split` and `status`: a user's decisions, kept as data."""

from __future__ import annotations

import getpass
import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal

from detente.cli.opening import opened
from detente.documents.days import read_day
from detente.dossiers.records import Account, Dossier, DossierStatus, Overrule
from detente.errors import StoreError
from detente.outputs.wording import counted

DONE = 0
SHA, SHORT = "sha256:", 19  # how ids of documents begin, and how much of one an error shows


def merge(first: str, second: str, *, store: str | None, who: str | None, why: str | None) -> int:
    """Hold two dossiers for one; the exit code."""
    with opened(store) as kept:
        one, other = kept.dossier(first), kept.dossier(second)
        if one.id == other.id:
            raise StoreError(f"{first} and {second}: are one dossier already")
        earlier, later = sorted((one, other), key=lambda dossier: _order(_dated(dossier)[0]))
        opening = _dated(earlier)[0].id
        pairs = [(opening, account.id) for account in _dated(later)]
        kept.overrule(*_overrules("same", pairs, who=who, why=why))
        merged = kept.dossier(opening_dossier(opening))
    sys.stdout.write(_told(merged))
    return DONE


def split(dossier: str, account: str, *, store: str | None, who: str | None, why: str | None) -> int:
    """Take an account out of a dossier; the exit code."""
    with opened(store) as kept:
        whole = kept.dossier(dossier)
        chosen = _account(whole, account)
        others = [one.id for one in _dated(whole) if one.id != chosen.id]
        if not others:
            raise StoreError(f"{account}: is all that the dossier holds")
        kept.overrule(*_overrules("different", [(chosen.id, other) for other in others], who=who, why=why))
        left = kept.dossier(opening_dossier(others[0]))
        taken = kept.dossier(opening_dossier(chosen.id))
    sys.stdout.write(_told(left) + _told(taken))
    return DONE


def opening_dossier(account: str) -> str:
    """An id that leads to the dossier which an account is in."""
    from detente.dossiers import dossier_id  # noqa: PLC0415

    return dossier_id(account)


def _told(dossier: Dossier) -> str:
    documents = {account.document for account in dossier.accounts}
    return f"{dossier.id}: {counted(len(documents), 'report')}\n"


def _order(account: Account) -> tuple[str, str]:
    return account.published or "", account.id


def _dated(dossier: Dossier) -> list[Account]:
    found = sorted((account for account in dossier.accounts if account.published), key=_order)
    if not found:
        raise StoreError(f"{dossier.id}: its report bears no day; give it one with detente date")
    return found


def _account(dossier: Dossier, name: str) -> Account:
    """The account of this id, of which the digits of the document may be cut short: `0b1c2d#h2`, `0b1c2d`."""
    digits, mark, number = name.removeprefix(SHA).lower().partition("#")
    found = [
        one
        for one in dossier.accounts
        if one.id.startswith(SHA + digits) and (not mark or one.id.endswith(mark + number))
    ]
    if len(found) != 1:
        known = ", ".join(_short(account) for account in dossier.accounts)
        what = "names more than one of its reports" if found else "is none of its reports"
        raise StoreError(f"{name}: {what}; give one of {known}, or see detente dossier --sources")
    return found[0]


def _short(account: Account) -> str:
    digits, mark, number = account.id.partition("#")
    return digits[:SHORT] + mark + number


def decide_status(
    dossier: str,
    value: DossierStatus | None,
    *,
    undo: bool,
    day: str | None,
    store: str | None,
    who: str | None,
    why: str | None,
) -> int:
    """Decide on the status of a dossier, or give it back to the reports; the exit code."""
    if undo == (value is not None):
        raise StoreError(f"{dossier}: give either a status or --undo")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    start = read_day(day, file="--day", field="day") or made[:10]
    with opened(store) as kept:
        found = kept.dossier(dossier)
        first = min(found.accounts, key=lambda one: (one.published is None, *_order(one)))
        if undo and not any(one.verdict == "status" for one in found.overrules):
            raise StoreError(f"{dossier}: nobody has decided on its status")
        name = _name("status", first.id, value or "", start, made)
        kept.overrule(
            Overrule(
                id=name,
                verdict="status",
                first=first.id,
                value=value,
                day=start,
                who=who or getpass.getuser(),
                made=made,
                why=why,
            )
        )
    sys.stdout.write(f"{found.id}: {value or 'as the reports say'} from {start} on\n")
    return DONE


def _overrules(
    verdict: Literal["same", "different"],
    pairs: Sequence[tuple[str, str]],
    *,
    who: str | None,
    why: str | None,
) -> Iterator[Overrule]:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    for first, second in pairs:
        yield Overrule(
            id=_name(verdict, first, second, made),
            verdict=verdict,
            first=first,
            second=second,
            who=who or getpass.getuser(),
            made=made,
            why=why,
        )


def _name(*parts: str) -> str:
    return f"overrule:{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:12]}"
