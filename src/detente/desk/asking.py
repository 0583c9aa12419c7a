"""The query of an address -> what is asked for; anything that cannot be is a 400 with the remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy import Connection
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request

from detente.desk.context import desk_of
from detente.desk.queries import Asked
from detente.dossiers.records import STATUSES
from detente.errors import DetenteError, check_known, did_you_mean
from detente.knowledge.kinds import check_types
from detente.store.filters import Known

MOST = 200


def asked(request: Request, connection: Connection) -> Asked:
    """The filter that the address gives.

    Raises 400 for what cannot be asked, 404 for a state, a kind or a span of days that there is not.
    """
    query = request.query_params
    known = Known(connection, states=desk_of(request).states)
    since, until = day(query, "since"), day(query, "until")
    if since and until and since > until:
        raise HTTPException(404, f"since: {since} is after until, {until}; no day lies between them")
    pair, actor, kinds = query.get("pair"), query.get("actor"), _some(query, "kind")
    _check(lambda: check_known(_some(query, "status"), STATUSES, what="status"), 400)
    _check(lambda: check_types(_some(query, "type")), 404)
    return Asked(
        pair=_check(lambda: known.pair(pair), 404 if {"-", ","} & set(pair) else 400) if pair else None,
        actor=known.actor(actor) if actor else None,
        kind=_check(lambda: known.kinds(kinds), 404),
        type=_some(query, "type"),
        status=_some(query, "status"),
        source=query.get("source") or None,
        place=query.get("place") or None,
        since=since,
        until=until,
        start=_number(query, "start", default=0, most=10_000_000),
        limit=_number(query, "limit", default=50, most=MOST),
    )


def check_names(request: Request, names: Iterable[str]) -> None:
    """Raise 400 for a name in the address that is none of these: left unread, it would seem to have been heeded."""
    known = sorted(names)
    for name in sorted(set(request.query_params) - set(known)):
        otherwise = f"give any of {', '.join(known)}" if known else "give none here"
        raise HTTPException(
            400, f"{name}: nothing is asked by that name; {did_you_mean(name, known, otherwise=otherwise)}"
        )


def day(query: Mapping[str, str], name: str) -> str | None:
    """A day of the address; None when it gives none. Raises 400."""
    text = query.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise HTTPException(400, f"{name}: '{text}' is no day; write it as 2023-06-18") from error


def _check[Value](read: Callable[[], Value], status: int) -> Value:
    try:
        return read()
    except DetenteError as error:
        raise HTTPException(status, str(error)) from error


def _some(query: QueryParams, name: str) -> tuple[str, ...]:
    return tuple(value for value in query.getlist(name) if value)


def _number(query: QueryParams, name: str, *, default: int, most: int) -> int:
    text = query.get(name)
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or not 0 <= int(text) <= most:
        raise HTTPException(400, f"{name}: '{text}' is no whole number from 0 to {most}")
    return int(text)
