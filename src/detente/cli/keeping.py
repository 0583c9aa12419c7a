"""`detente forget`, `date`, `recode`, `dossier merge` and `split`, `watchlist`: what changes a store by hand."""

from __future__ import annotations

import getpass
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from detente.cli.coding import code_one, exit_code, load_coder, silence_libraries
from detente.cli.opening import opened
from detente.cli.progress import counting
from detente.documents.days import read_day
from detente.dossiers import read_watchlists
from detente.dossiers.records import Account, Dossier, Overrule
from detente.errors import StoreError
from detente.records import Document
from detente.store.reading import StoredDocument

DONE, NOTHING, INTERRUPTED = 0, 1, 130


def forget(names: Sequence[str], *, store: str | None) -> int:
    """Remove documents; the exit code."""
    with opened(store) as kept:
        for name in names:
            document = kept.forget(name)
            sys.stdout.write(f"forgotten: {document.title or document.id}\n")
    return DONE


def list_undated(*, store: str | None) -> int:
    """Write the documents that wait for a date; the exit code."""
    with opened(store) as kept:
        waiting = list(kept.documents(undated=True))
    for document in waiting:
        first = document.title or " ".join(document.text.split())[:60]
        sys.stdout.write(f"{document.id}  {document.outlet or '-'}  {first}\n")
    return DONE if waiting else NOTHING


def give_date(name: str, day: str, *, store: str | None, knowledge: Path | None, model: str | None) -> int:
    """Date a document that waits, and code it anew; the exit code. Raises `StoreError` for one that is dated."""
    silence_libraries()
    published = read_day(day, file="DAY", field="day")
    with opened(store, knowledge=knowledge) as kept:
        document = kept.document(name)
        if document.published is not None:
            raise StoreError(
                f"{name}: was published on {document.published}; forget it and add it anew with --published"
            )
        report = load_coder(knowledge, model).code(_document(document, published=published))
        kept.add(report)
    sys.stdout.write(f"{document.title or document.id}: {published}\n")
    return DONE


def _document(stored: StoredDocument, *, published: str | None) -> Document:
    return Document(
        text=stored.text,
        title=stored.title,
        outlet=stored.outlet,
        published=published,
        url=stored.url,
        source_id=stored.source_id,
    )


def recode(*, store: str | None, knowledge: Path | None, model: str | None, verbose: bool) -> int:
    """Code anew what other versions coded; the exit code."""
    silence_libraries()
    outcomes: Counter[str] = Counter()
    with opened(store, knowledge=knowledge) as kept:
        coder = load_coder(knowledge, model)
        # By id, so that no reading lasts as long as the coding does.
        waiting = [document.id for document in kept.documents(not_of=coder.versions)]
        try:
            with counting(len(waiting), word="coding anew") as advance:
                for name in waiting:
                    stored = kept.document(name)
                    document = _document(stored, published=stored.published)
                    report = code_one(coder, document, name, verbose=verbose)
                    if report is not None:
                        kept.add(report, recode=True)
                    outcomes["coded" if report else "crashed"] += 1
                    advance()
        except KeyboardInterrupt:
            sys.stderr.write("detente: interrupted; the same command goes on\n")
            outcomes["interrupted"] = 1
    sys.stdout.write(f"{outcomes['coded']} of {len(waiting)} reports coded anew\n")
    return INTERRUPTED if outcomes["interrupted"] else exit_code(outcomes)


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
    sys.stdout.write(f"{merged.id}: {len(merged.accounts)} reports\n")
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
    sys.stdout.write(f"{left.id}: {len(left.accounts)} reports\n{taken.id}: {len(taken.accounts)} reports\n")
    return DONE


def opening_dossier(account: str) -> str:
    """An id that leads to the dossier which an account is in."""
    from detente.dossiers import dossier_id  # noqa: PLC0415

    return dossier_id(account)


def _order(account: Account) -> tuple[str, str]:
    return account.published or "", account.id


def _dated(dossier: Dossier) -> list[Account]:
    found = sorted((account for account in dossier.accounts if account.published), key=_order)
    if not found:
        raise StoreError(f"{dossier.id}: its report bears no day; give it one with detente date")
    return found


def _account(dossier: Dossier, name: str) -> Account:
    full = name if name.startswith("sha256:") else f"sha256:{name}"
    found = [account for account in dossier.accounts if account.id.startswith(full)]
    if len(found) != 1:
        known = ", ".join(account.id[:19] for account in dossier.accounts)
        what = "names more than one of its reports" if found else "is none of its reports"
        raise StoreError(f"{name}: {what}; give one of {known}, or see detente dossier --sources")
    return found[0]


def _overrules(
    verdict: Literal["same", "different"],
    pairs: Sequence[tuple[str, str]],
    *,
    who: str | None,
    why: str | None,
) -> Iterator[Overrule]:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    for first, second in pairs:
        digest = hashlib.sha256(f"{verdict} {first} {second} {made}".encode()).hexdigest()[:12]
        yield Overrule(
            id=f"overrule:{digest}",
            verdict=verdict,
            first=first,
            second=second,
            who=who or getpass.getuser(),
            made=made,
            why=why,
        )


def set_watchlists(path: Path, *, store: str | None) -> int:
    """Keep the watchlists of a file; the exit code."""
    found = read_watchlists(path)
    with opened(store, create=True) as kept:
        kept.keep_watchlists(found)
    sys.stdout.write(f"kept: {', '.join(one.name for one in found)}\n")
    return DONE


def show_watchlists(*, store: str | None) -> int:
    """Write the watchlists; the exit code."""
    with opened(store) as kept:
        found = kept.watchlists()
    for one in found:
        parts = (("-".join(pair) for pair in one.pairs), one.actors, one.kinds, one.words)
        sys.stdout.write(f"{one.name}: {'; '.join(', '.join(part) for part in map(tuple, parts) if part)}\n")
    return DONE if found else NOTHING


def drop_watchlist(name: str, *, store: str | None) -> int:
    """Drop a watchlist; the exit code."""
    with opened(store) as kept:
        if not kept.drop_watchlist(name):
            raise StoreError(f"{name}: there is no such watchlist; detente watchlist list shows them")
    return DONE
