"""The query of an address -> what is asked for; anything that cannot be is a 400 with the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request

from detente.desk.queries import Asked
from detente.errors import StoreError
from detente.records import Status
from detente.store.filters import read_pair

STATUSES: tuple[str, ...] = (*get_args(Status), "unreported")
MOST = 200


def asked(request: Request) -> Asked:
    """The filter that the address gives."""
    query = request.query_params
    return Asked(
        pair=_pair(query),
        actor=query.get("actor") or None,
        kind=_some(query, "kind"),
        type=_some(query, "type"),
        status=_some(query, "status"),
        source=query.get("source") or None,
        place=query.get("place") or None,
        since=day(query, "since"),
        until=day(query, "until"),
        start=_number(query, "start", default=0, most=10_000_000),
        limit=_number(query, "limit", default=50, most=MOST),
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


def _pair(query: QueryParams) -> tuple[str, str] | None:
    text = query.get("pair")
    if not text:
        return None
    try:
        return read_pair(text)
    except StoreError as error:
        raise HTTPException(400, str(error)) from error


def _some(query: QueryParams, name: str) -> tuple[str, ...]:
    return tuple(value for value in query.getlist(name) if value)


def _number(query: QueryParams, name: str, *, default: int, most: int) -> int:
    text = query.get(name)
    if not text:
        return default
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or not 0 <= int(text) <= most:
        raise HTTPException(400, f"{name}: '{text}' is no whole number from 0 to {most}")
    return int(text)
