"""Tables of the pages as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from detente.desk import overviews, queries
from detente.desk.asking import asked
from detente.desk.context import desk_of
from detente.store.engine import reading
from detente.store.reading import Listed

CHANGE = ("day", "what", "title", "before", "after", "dossier", "id")


def dossiers(request: Request) -> Response:
    """The dossiers of the list."""
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        rows = queries.listed(connection, asked(request, connection), as_of=desk.today(connection))
    return sheet(
        Listed.__struct_fields__, ([getattr(row, name) for name in Listed.__struct_fields__] for row in rows)
    )


def changes(request: Request) -> Response:
    """The latest changes."""
    with reading(desk_of(request).store.engine) as connection:
        rows = queries.changed(connection, asked(request, connection))
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
