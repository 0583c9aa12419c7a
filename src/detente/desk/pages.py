"""The pages that are read: each function takes a request and shows one template. Reading happens in a worker thread."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from detente.desk import overviews, queries
from detente.desk.asking import asked, day
from detente.desk.charts import moves
from detente.desk.context import desk_of
from detente.desk.marking import pieces
from detente.desk.places import shown_spots
from detente.dossiers.records import STATUSES, Dossier
from detente.dossiers.state import state
from detente.errors import StoreError
from detente.store.engine import reading
from detente.store.reading import read_document
from detente.store.searching import search_texts

LATELY = 40  # changes on the first page


def today(request: Request) -> Response:
    """What changed, what is coming, what is disputed."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        counts = queries.counts(connection)
        if not counts.documents:
            return desk.page(request, "empty.html", store=desk.store.address)
        now = desk.today(connection)
        changed = queries.changed(connection, queries.Asked(limit=LATELY), day=now)
        return desk.page(
            request,
            "today.html",
            today=now,
            counts=counts,
            changes=[(when, list(items)) for when, items in groupby(changed, key=lambda change: change.day)],
            coming=queries.coming(connection, queries.Asked(limit=20), day=now),
            disputed=queries.disputed(connection, queries.Asked(limit=20), day=now),
        )


def live(request: Request) -> HTMLResponse:
    """How many reports came since a page was loaded; asked again and again by the first page."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        now = queries.counts(connection).documents
    seen = request.query_params.get("seen", "")
    before = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 12 else now
    return desk.page(request, "live.html", seen=before, added=max(now - before, 0))


def dossiers(request: Request) -> HTMLResponse:
    """The list of dossiers that fit."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        query = asked(request, connection)
        rows = queries.listed(connection, query, as_of=desk.today(connection))
        fitting = queries.fitting(connection, query, as_of=desk.today(connection))
        kinds = desk.listed(connection, overviews.kinds)
    return desk.page(
        request,
        "dossiers.html",
        rows=rows,
        fitting=fitting,
        start=query.start,
        query=request.query_params,
        kinds=kinds,
        statuses=STATUSES,
        earlier=_turned(request, query.start - query.limit) if query.start else None,
        later=_turned(request, query.start + query.limit) if len(rows) == query.limit else None,
    )


def _turned(request: Request, start: int) -> str:
    """The address of another page of the same list."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "start"]
    return f"/dossiers?{urlencode([*kept, ('start', str(max(start, 0)))])}"


def dossier(request: Request) -> HTMLResponse:
    """One dossier as it was believed to stand on a day, and its whole history."""
    desk = desk_of(request)
    found = stored_dossier(request)
    with reading(desk.store.engine) as connection:
        now = desk.today(connection)
        changes = queries.history(connection, found.id, until=now)
        linked = queries.linked(connection, found.id)
    days = _days(found, now)
    as_of = day(request.query_params, "as_of") or days[-1]
    shown = state(found, as_of, tables=desk.store.tables)
    if shown is None:
        raise HTTPException(
            404, f"Nothing of this dossier had been published by {as_of}; its first report is of {days[0]}."
        )
    return desk.page(
        request,
        "dossier.html",
        state=shown,
        dossier=found,
        placements={placement.account: placement for placement in found.placements},
        changes=[change for change in changes if change.day <= as_of],
        days=days,
        position=max((i for i, one in enumerate(days) if one <= as_of), default=0),
        moves=moves(shown),
        linked=linked,
        overrules=_decided(request, found),
        statuses=STATUSES,
    )


def stored_dossier(request: Request) -> Dossier:
    """The dossier that an address names. Raises 404 with near ids."""
    try:
        return desk_of(request).store.dossier(request.path_params["dossier"])
    except StoreError as error:
        raise HTTPException(404, str(error)) from error


def _days(dossier: Dossier, now: str) -> list[str]:
    """The days on which something was published, and today."""
    published = {account.published for account in dossier.accounts if account.published}
    return sorted(published | {max([now, *published])})


def _decided(request: Request, dossier: Dossier) -> list[object]:
    own = {account.id for account in dossier.accounts}
    return [one for one in desk_of(request).store.overrules() if {one.first, one.second} & own]


def article(request: Request) -> HTMLResponse:
    """A report's text with what was read in it marked."""
    desk, name = desk_of(request), request.path_params["document"]
    with reading(desk.store.engine) as connection:
        report = queries.report(connection, name)
        if report is None:
            raise HTTPException(404, "The store has no such report; it may have been forgotten.")
        placed, kept = queries.places_of(connection, name), read_document(connection, name)
    return desk.page(request, "article.html", report=report, kept=kept, pieces=pieces(report), placed=placed)


def actor(request: Request) -> HTMLResponse:
    """An actor's dossiers."""
    desk, name = desk_of(request), request.path_params["actor"]
    with reading(desk.store.engine) as connection:
        called = queries.called(connection, name)
        if called is None:
            raise HTTPException(404, f"No report of this store speaks of {name}.")
        rows = queries.listed(connection, queries.Asked(actor=name), as_of=desk.today(connection))
        others = queries.met(connection, name)
    return desk.page(request, "actor.html", name=called, actor_id=name, rows=rows, others=others)


def search(request: Request) -> HTMLResponse:
    """Texts and titles that have the words."""
    desk, words = desk_of(request), request.query_params.get("q", "").strip()[:200]
    rows, hits = [], []
    if words:
        with reading(desk.store.engine) as connection:
            rows, hits = list(queries.named(connection, words)), list(search_texts(connection, words))
    return desk.page(request, "search.html", q=words, rows=rows, hits=hits)


def sources(request: Request) -> HTMLResponse:
    """Who was first with what, and what became of it."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        return desk.page(request, "sources.html", rows=desk.listed(connection, overviews.outlets))


def world(request: Request) -> HTMLResponse:
    """Where happenings are."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        return desk.page(request, "map.html", spots=shown_spots(desk.listed(connection, overviews.spots)))
