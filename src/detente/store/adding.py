"""Reports in, rows of documents, appearances and codings out; which documents have to be linked anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from detente.documents.copies import Signature, bands, sign
from detente.dossiers.records import Account
from detente.knowledge.dossiers import DossierTables
from detente.records import Report
from detente.store import tables as t
from detente.store.accounts import account_of, account_query
from detente.store.rows import address_of, appearance_id, body_of, report_of, rows_of

UNDATED = "9999-99-99"  # sorts what has no day behind all that has one


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A report with what is worked out before the store is locked."""

    report: Report
    signature: Signature


@dataclass(kw_only=True)
class Touched:
    """What a transaction has changed so far, and what must therefore follow.

    tables: what linking knows of kinds. coded: documents whose accounts are new. gone: accounts taken away. recoded:
    the accounts that a document had before.
    ruled: accounts that the user decided about. addresses: where a version arrived or went. numbers: documents
    whose near-duplicates must be looked for anew. dossiers: id -> the first day from which it must be derived anew,
    None for all days. left: id of a dossier -> accounts that were in it and are elsewhere now.
    """

    tables: DossierTables
    coded: set[str] = field(default_factory=set)
    gone: dict[str, Account] = field(default_factory=dict)
    recoded: dict[str, list[Account]] = field(default_factory=dict)
    ruled: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    dossiers: dict[str, str | None] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)

    def dossier(self, name: str, day: str | None) -> None:
        """Note that a dossier changed from a day on."""
        earlier = self.dossiers.get(name, UNDATED)
        self.dossiers[name] = None if day is None or earlier is None else min(day, earlier)


def arrival(report: Report) -> Arrival:
    """A report made ready to be added."""
    return Arrival(report=report, signature=sign(report.text, title=report.title))


def now() -> str:
    """The moment, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def add_arrivals(
    connection: Connection, arrivals: Sequence[Arrival], *, touched: Touched, recode: bool
) -> int:
    """Add what is new; how many that were. A known appearance is coded anew only with `recode`."""
    return sum(_add(connection, arrival, touched, recode=recode) for arrival in arrivals)


def _add(connection: Connection, arrival: Arrival, touched: Touched, *, recode: bool) -> bool:
    report = arrival.report
    name = appearance_id(report.id, published=report.published, outlet=report.outlet, url=report.url)
    known = connection.execute(select(t.appearances.c.number).where(t.appearances.c.id == name)).first()
    if known and not (recode and _is_new_coding(connection, name, report)):
        return False
    if not known:
        _ensure_document(connection, arrival, touched)
        _insert_appearance(connection, name, report, touched)
    _insert_report(connection, name, report)
    if _is_first_appearance(connection, name, report):
        set_coding(connection, name, report, touched)
    return True


def _is_new_coding(connection: Connection, name: str, report: Report) -> bool:
    made = report.versions
    query = select(t.reports.c.number).where(
        t.reports.c.appearance == name,
        t.reports.c.detente == made.detente,
        t.reports.c.model == made.model,
        t.reports.c.knowledge == made.knowledge,
    )
    return connection.execute(query).first() is None


def _ensure_document(connection: Connection, arrival: Arrival, touched: Touched) -> None:
    report, signature = arrival.report, arrival.signature
    number = connection.execute(select(t.documents.c.number).where(t.documents.c.id == report.id)).scalar()
    if number is None:
        row = {
            "id": report.id,
            "text": report.text,
            "whole": signature.whole,
            "opening": signature.opening,
            "added": now(),
        }
        made = insert(t.documents).values(row).returning(t.documents.c.number)
        number = connection.execute(made).scalar_one()
        rows = [{"band": band, "document": number} for band in dict.fromkeys(bands(signature))]
        if rows:
            connection.execute(insert(t.bands), rows)
    touched.numbers.add(number)


def _insert_appearance(connection: Connection, name: str, report: Report, touched: Touched) -> None:
    address = address_of(report.url)
    row = {
        "id": name,
        "document": report.id,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "address": address,
        "source_id": report.source_id,
        "added": now(),
    }
    connection.execute(insert(t.appearances).values(row))
    touched.addresses.update([address] if address else [])


def _insert_report(connection: Connection, name: str, report: Report) -> None:
    row = {
        "document": report.id,
        "appearance": name,
        "detente": report.versions.detente,
        "model": report.versions.model,
        "knowledge": report.versions.knowledge,
        "current": False,
        "coded": now(),
        "body": body_of(report),
    }
    connection.execute(insert(t.reports).values(row))


def _is_first_appearance(connection: Connection, name: str, report: Report) -> bool:
    """Whether this is where the text was first printed: by day, then outlet and address, whatever came in first."""
    return first_appearance(connection, report.id) == name


def first_appearance(connection: Connection, document: str) -> str | None:
    """The id of the earliest appearance of a document; dated ones come before undated."""
    a = t.appearances.c
    rows = connection.execute(select(a.id, a.published, a.outlet, a.url).where(a.document == document)).all()
    order = min(
        ((row.published or UNDATED, row.outlet or "", row.url or "", row.id) for row in rows), default=None
    )
    return order[-1] if order else None


def set_coding(connection: Connection, name: str, report: Report, touched: Touched) -> None:
    """Make a report the one that its document stands by: its accounts take the place of those before."""
    before = drop_accounts(connection, report.id, touched)
    connection.execute(
        update(t.documents)
        .where(t.documents.c.id == report.id)
        .values(
            published=report.published,
            outlet=report.outlet,
            title=report.title,
            url=report.url,
            appearance=name,
        )
    )
    connection.execute(update(t.reports).where(t.reports.c.document == report.id).values(current=False))
    made = report.versions
    connection.execute(
        update(t.reports)
        .where(
            t.reports.c.appearance == name,
            t.reports.c.detente == made.detente,
            t.reports.c.model == made.model,
            t.reports.c.knowledge == made.knowledge,
        )
        .values(current=True)
    )
    rows = rows_of(report, tables=touched.tables)
    touched.recoded[report.id] = [*before, *touched.recoded.get(report.id, ())]
    for table, new in (
        (t.accounts, rows.accounts),
        (t.keys, rows.keys),
        (t.events, rows.events),
        (t.parties, rows.parties),
        (t.claims, rows.claims),
    ):
        if new:
            connection.execute(insert(table), new)
    touched.coded.add(report.id)


def drop_accounts(connection: Connection, document: str, touched: Touched) -> list[Account]:
    """Remove a document's accounts with all rows that hang on them, and note that they are gone; what they were."""
    dropped: list[Account] = []
    for row in connection.execute(account_query().where(t.accounts.c.document == document)):
        dropped.append(account_of(row))
        touched.gone[row.id] = dropped[-1]
        if row.dossier is not None:
            touched.dossier(row.dossier, None)
    connection.execute(delete(t.accounts).where(t.accounts.c.document == document))
    return dropped


def stored_report(connection: Connection, appearance: str) -> Report:
    """The latest coding of an appearance."""
    row: Any = connection.execute(
        select(t.reports.c.body, t.documents.c.text)
        .join(t.documents, t.documents.c.id == t.reports.c.document)
        .where(t.reports.c.appearance == appearance)
        .order_by(t.reports.c.number.desc())
        .limit(1)
    ).one()
    return report_of(row.body, row.text)
