"""What other programs subscribe to: a calendar and a news feed of the dossiers that fit."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.desk import queries
from detente.desk.asking import asked
from detente.desk.context import desk_of
from detente.dossiers.records import Dossier
from detente.errors import StoreError
from detente.outputs.calendar import calendar_bytes
from detente.outputs.feed import feed_bytes
from detente.store.deriving import stored_dossier
from detente.store.engine import reading

MOST = 200  # dossiers in a calendar or feed


def calendar(request: Request) -> Response:
    """The plans that fit, as iCalendar."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        now = desk.today(connection)
        names = queries.planned(connection, asked(request, connection), day=now, most=MOST)
        made = desk.kept(
            f"{now} {request.url}",
            connection,
            lambda: calendar_bytes(
                _read(connection, names),
                as_of=now,
                tables=desk.store.tables,
                name=_name(request),
                pages=f"{request.base_url}dossiers/",
            ),
        )
    return Response(made, media_type="text/calendar; charset=utf-8")


def feed(request: Request) -> Response:
    """The latest changes that fit, as Atom."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        now = desk.today(connection)
        names = _of_feed(connection, request, now)
        made = desk.kept(
            f"{now} {request.url}",
            connection,
            lambda: feed_bytes(
                _read(connection, names),
                until=now,
                tables=desk.store.tables,
                title=f"{_name(request)}: what changed",
                name=request.url.query,
                address=str(request.url),
                pages=f"{request.base_url}dossiers/",
            ),
        )
    return Response(made, media_type="application/atom+xml; charset=utf-8")


def _of_feed(connection: Connection, request: Request, now: str) -> list[str]:
    """The dossier that is asked for, or those with the latest changes."""
    if one := request.query_params.get("dossier"):
        try:
            return [desk_of(request).store.dossier(one).id]
        except StoreError as error:
            raise HTTPException(404, str(error)) from error
    changed = queries.changed(connection, asked(request, connection), day=now)
    return list(dict.fromkeys(change.dossier for change in changed))


def _read(connection: Connection, names: list[str]) -> Iterator[Dossier]:
    for name in names:
        dossier = stored_dossier(connection, name)
        if dossier is not None:
            yield dossier


def _name(request: Request) -> str:
    """What a subscriber's program shows: our name and what was asked for."""
    told = " ".join(value for _, value in request.query_params.multi_items() if value)
    return f"détente {told}".strip()
