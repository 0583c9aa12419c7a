"""Tables of the pages as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from detente.desk import overviews, queries
from detente.desk.asking import asked
from detente.desk.context import desk_of
from detente.store.engine import reading
from detente.store.reading import Listed

ALL = 10_000_000  # rows: a table to take away is whole, where its page shows the first of them
CHANGE = ("day", "what", "title", "before", "after", "dossier", "id")


def whole(request: Request, connection: Connection) -> queries.Asked:
    """What is asked for, and all of it where the address names no number of rows."""
    query = asked(request, connection)
    return query if request.query_params.get("limit") else replace(query, start=0, limit=ALL)


def dossiers(request: Request) -> Response:
    """The dossiers of the list."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        query = whole(request, connection)
        rows = queries.listed(connection, query, as_of=desk.today(connection))
    return sheet(
        Listed.__struct_fields__, ([getattr(row, name) for name in Listed.__struct_fields__] for row in rows)
    )


def changes(request: Request) -> Response:
    """The changes up to today."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        rows = queries.changed(connection, whole(request, connection), day=desk.today(connection))
    return sheet(CHANGE, ([getattr(row, name) for name in CHANGE] for row in rows))


def sources(request: Request) -> Response:
    """The outlets."""
    with reading(desk_of(request).store.engine) as connection:
        return sheet(overviews.Outlet._fields, overviews.outlets(connection))


def sheet(names: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Rows as CSV (RFC 4180) with a line of names."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8")


def _harmless(cell: object) -> object:
    """A cell that a spreadsheet would run as a formula is kept as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")) else cell
