"""What a store holds -> records, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select, union

from detente.dossiers.records import Account, Change, Dossier
from detente.errors import StoreError, did_you_mean
from detente.records import Record, Report, Versions
from detente.store import tables as t
from detente.store.accounts import account_of, account_query
from detente.store.deriving import stored_dossier
from detente.store.filters import Filter, between, matching_events, state_conditions
from detente.store.rows import report_of

AT_ONCE = 200  # rows fetched ahead
_A, _P, _D, _S = t.accounts.c, t.placements.c, t.documents.c, t.states.c
PREFIX = "dossier:"
FEW = 4  # ids that an error shows
SHA = "sha256:"
FEWEST = 4  # digits that stand for a whole id of a document


class Listed(Record, frozen=True, kw_only=True):
    """A dossier in a line: how it stood at the end of `day`, the last on which something was added to it."""

    dossier: str
    day: str
    kind: str
    title: str
    status: str
    status_since: str | None
    overruled_by: str | None
    actors: str | None
    recipients: str | None
    date_from: str | None
    date_to: str | None
    place: str | None
    independent_sources: int
    reports: int
    contradictions: int


class StoredDocument(Record, frozen=True, kw_only=True):
    """A document as the store knows it; its claims are superseded from the day `superseded` on."""

    id: str
    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    source_id: str | None
    appearance: str
    copy_of: str | None
    superseded: str | None
    superseded_by: str | None


def read_reports(connection: Connection, asked: Filter) -> Iterator[Report]:
    """The reports that documents stand by now, by day of publication."""
    query = (
        select(t.reports.c.body, _D.text)
        .join(t.documents, _D.id == t.reports.c.document)
        .where(t.reports.c.current, *between(_D.published, asked))
        .order_by(_D.published, _D.id)
    )
    events = matching_events(asked, t.events.c.document)
    for row in _stream(connection, query if events is None else query.where(_D.id.in_(events))):
        yield report_of(row.body, row.text)


def read_accounts(connection: Connection, asked: Filter) -> Iterator[Account]:
    """The accounts that have such an event, by day of publication."""
    query = account_query().where(*between(_A.published, asked)).order_by(_A.published, _A.id)
    events = matching_events(asked, t.events.c.account)
    for row in _stream(connection, query if events is None else query.where(_A.id.in_(events))):
        yield account_of(row)


def read_documents(
    connection: Connection, *, undated: bool = False, not_of: Versions | None = None
) -> Iterator[StoredDocument]:
    """All documents by day, only those that wait for one, or only those that were coded by other versions."""
    query = _document_query().order_by(_D.published, _D.id)
    if undated:
        query = query.where(_D.published.is_(None))
    if not_of is not None:
        v = t.reports.c
        same = (v.detente == not_of.detente, v.model == not_of.model, v.knowledge == not_of.knowledge)
        query = query.where(_D.id.not_in(select(v.document).where(v.current, *same)))
    for row in _stream(connection, query):
        yield StoredDocument(**row._mapping)


def _document_query() -> Select[Any]:
    columns = (
        _D.id, _D.text, _D.title, _D.outlet, _D.url, _D.published, _D.appearance, _D.copy_of, _D.superseded,
        _D.superseded_by,
    )  # fmt: skip
    source = t.appearances.c.source_id
    return select(*columns, source).join(t.appearances, t.appearances.c.id == _D.appearance)


def read_document(connection: Connection, name: str) -> StoredDocument:
    """The document of this id, address or the id that its input gave, else of these first digits of its id.

    Raises `StoreError`. What a name is in full comes first: `12` is the twelfth of a corpus, and no beginning of an id.
    """
    a = t.appearances.c
    elsewhere = select(a.document).where(or_(a.url == name, a.source_id == name))
    found = _documents(connection, _D.id == name) or _documents(connection, _D.id.in_(elsewhere))
    digits = name.removeprefix(SHA).partition("#")[0].lower()  # after # stands an account of it
    if not found and len(digits) >= FEWEST:
        found = _documents(connection, _D.id.startswith(SHA + digits, autoescape=True), at_most=2)
    standing = [row for row in found if row.superseded is None]
    found = standing if len(standing) == 1 else found
    if len(found) == 1:
        return StoredDocument(**found[0]._mapping)
    what = "names more than one document" if found else "names no document of this store"
    raise StoreError(
        f"{name}: {what}; give its address, or its id or the first {FEWEST} digits of that, "
        "as detente dossier --sources shows it"
    )


def _documents(
    connection: Connection, which: ColumnElement[bool], *, at_most: int | None = None
) -> Sequence[Row[Any]]:
    return connection.execute(_document_query().where(which).order_by(_D.number).limit(at_most)).all()


def read_dossier(connection: Connection, name: str) -> Dossier:
    """The dossier of an id, of one that it had, or of the first digits of one. Raises `StoreError` with near ids."""
    dossier = stored_dossier(connection, resolve(connection, name))
    if dossier is None:
        raise StoreError(f"{name}: its reports are gone")
    return dossier


def resolve(connection: Connection, name: str) -> str:
    """The present id of a dossier. Raises `StoreError` with near ids for one that there is not."""
    full = name if name.startswith(PREFIX) else PREFIX + name
    if _one(connection, select(_P.dossier).where(_P.dossier == full).limit(1)):
        return full
    opened = select(_P.dossier).join(t.accounts, _A.id == _P.account).where(_A.opens == full)
    alias = select(t.aliases.c.dossier).where(t.aliases.c.alias == full)
    if found := _one(connection, opened) or _one(connection, alias):
        return found if found == full else resolve(connection, found)
    begun = _begun(connection, full)
    if len(begun) == 1:
        return begun[0]
    raise StoreError(_many_dossiers(name, begun) if begun else _no_dossier(connection, name, full))


def _begun(connection: Connection, full: str) -> list[str]:
    """The dossiers whose id, now or before, begins so; those that bear it now come first and alone."""
    now = select(_P.dossier).where(_P.dossier.startswith(full, autoescape=True)).distinct()
    if found := connection.execute(now.order_by(_P.dossier)).scalars().all():
        return [str(one) for one in found]
    opened = select(_A.opens).where(_A.opens.startswith(full, autoescape=True))
    alias = select(t.aliases.c.alias).where(t.aliases.c.alias.startswith(full, autoescape=True))
    before = connection.execute(union(opened, alias)).scalars().all()
    return sorted({resolve(connection, str(one)) for one in before})


def _one(connection: Connection, query: Select[Any]) -> str | None:
    found: str | None = connection.execute(query).scalar()
    return found


def _no_dossier(connection: Connection, name: str, full: str) -> str:
    known = connection.execute(select(_P.dossier).distinct()).scalars().all()
    hint = did_you_mean(full, known, otherwise="detente dossiers lists them", cutoff=0.75)
    return f"{name}: there is no such dossier; {hint}"


def _many_dossiers(name: str, begun: Sequence[str]) -> str:
    shown = ", ".join(one.removeprefix(PREFIX) for one in begun[:FEW])
    more = ", ..." if len(begun) > FEW else ""
    return f"{name}: fits {len(begun)} dossiers ({shown}{more}); give more of the id"


def read_listed(connection: Connection, asked: Filter, *, as_of: str) -> Iterator[Listed]:
    """The dossiers as they stood at the end of a day, those with the latest news first."""
    query = (
        select(*(t.states.c[name] for name in Listed.__struct_fields__))
        .where(_S.day <= as_of, or_(_S.until.is_(None), _S.until > as_of))
        .where(*state_conditions(asked), *between(_S.day, asked))
        .order_by(_S.day.desc(), _S.dossier)
    )
    for row in _stream(connection, query):
        yield Listed(**row._mapping)


def read_changes(connection: Connection, *, since: str | None, until: str) -> Iterator[Change]:
    """What the days changed, in their order."""
    c = t.changes.c
    query = select(c.body).where(c.day <= until).order_by(c.day, c.dossier, c.id)
    for row in _stream(connection, query.where(c.day >= since) if since else query):
        yield msgspec.json.decode(row.body, type=Change)


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    yield from connection.execution_options(yield_per=AT_ONCE).execute(query)
