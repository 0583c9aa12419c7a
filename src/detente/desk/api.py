"""The JSON API: the same things as the pages, as the records that the package defines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from detente.desk import overviews, queries
from detente.desk.asking import asked, day
from detente.desk.context import desk_of
from detente.desk.pages import stored_dossier
from detente.desk.relation import read_relation
from detente.dossiers.records import STATUSES, Change, Dossier, State
from detente.dossiers.state import state
from detente.records import Record, Report
from detente.relations import Relation
from detente.store.engine import reading
from detente.store.reading import Listed
from detente.store.searching import Hit, search_texts


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong and what to do about it."""

    error: str


@dataclass(frozen=True, kw_only=True)
class Given:
    """One thing that an address may say."""

    name: str
    words: str
    schema: dict[str, Any]
    where: Literal["query", "path"] = "query"
    needed: bool = False


class Endpoint(NamedTuple):
    """An address of the API: what it takes, what it answers with."""

    path: str
    words: str
    answer: Any
    ask: Callable[[Request], Any]
    given: tuple[Given, ...]


TEXT = {"type": "string"}
DAY = {"type": "string", "format": "date"}
FILTERS = (
    Given(
        name="pair",
        words="two ids, as in CHN-USA",
        schema={"type": "string", "pattern": "^[A-Za-z0-9:]+[-,][A-Za-z0-9:]+$"},
    ),
    Given(name="actor", words="an id, a country or a part of a name", schema=TEXT),
    Given(name="kind", words="a kind, such as visit", schema=TEXT),
    Given(name="status", words="where it stands", schema={"type": "string", "enum": list(STATUSES)}),
    Given(name="type", words="a type of PLOVER, such as CONSULT", schema=TEXT),
    Given(name="place", words="the name of a place", schema=TEXT),
    Given(name="source", words="a source or outlet", schema=TEXT),
    Given(name="since", words="first day of publication", schema=DAY),
    Given(name="until", words="last day of publication", schema=DAY),
    Given(
        name="start",
        words="rows to leave out",
        schema={"type": "integer", "minimum": 0, "maximum": 10_000_000},
    ),
    Given(name="limit", words="rows to give", schema={"type": "integer", "minimum": 0, "maximum": 200}),
)
DOSSIER = Given(name="dossier", words="id of a dossier", schema=TEXT, where="path", needed=True)
SIDES = tuple(
    Given(name=name, words="name or ISO 3166 code of a state", schema=TEXT, where="path", needed=True)
    for name in ("one", "other")
)
AS_OF = Given(name="as_of", words="the day on which it is asked; today when left out", schema=DAY)


def _dossiers(request: Request) -> Sequence[Listed]:
    with reading(desk_of(request).store.engine) as connection:
        return queries.listed(
            connection, asked(request, connection), as_of=desk_of(request).today(connection)
        )


def _dossier(request: Request) -> Dossier:
    return stored_dossier(request)


def _state(request: Request) -> State:
    desk, found = desk_of(request), stored_dossier(request)
    with reading(desk.store.engine) as connection:
        as_of = day(request.query_params, "as_of") or desk.today(connection)
    shown = state(found, as_of, tables=desk.store.tables)
    if shown is None:
        raise HTTPException(
            404, f"nothing of this dossier had been published by {as_of}; ask for a later day"
        )
    return shown


def _history(request: Request) -> Sequence[Change]:
    desk, found = desk_of(request), stored_dossier(request)
    with reading(desk.store.engine) as connection:
        return queries.history(connection, found.id, until=desk.today(connection))


def _changes(request: Request) -> Sequence[Change]:
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        return queries.changed(connection, asked(request, connection), day=desk.today(connection))


def _coming(request: Request) -> Sequence[Listed]:
    desk = desk_of(request)
    with reading(desk.store.engine) as connection:
        return queries.coming(connection, asked(request, connection), day=desk.today(connection))


def _report(request: Request) -> Report:
    with reading(desk_of(request).store.engine) as connection:
        found = queries.report(connection, request.path_params["document"])
    if found is None:
        raise HTTPException(
            404, "the store has no such report; /api/search?q=WORDS finds those that there are"
        )
    return found


def _search(request: Request) -> Sequence[Hit]:
    with reading(desk_of(request).store.engine) as connection:
        return list(search_texts(connection, request.query_params.get("q", "")[:200]))


def _sources(request: Request) -> Sequence[overviews.Outlet]:
    with reading(desk_of(request).store.engine) as connection:
        return desk_of(request).listed(connection, overviews.outlets)


def _relation(request: Request) -> Relation:
    return read_relation(request)


def endpoints() -> tuple[Endpoint, ...]:
    """Every address of the API, in the order of the docs."""
    search = Given(name="q", words="words", schema=TEXT)
    report = Given(name="document", words="id of a document", schema=TEXT, where="path", needed=True)
    return (
        Endpoint("/api/dossiers", "Dossiers, the latest news first.", list[Listed], _dossiers, FILTERS),
        Endpoint("/api/dossiers/{dossier}", "A dossier with its accounts.", Dossier, _dossier, (DOSSIER,)),
        Endpoint(
            "/api/dossiers/{dossier}/state", "What was believed on a day.", State, _state, (DOSSIER, AS_OF)
        ),
        Endpoint("/api/dossiers/{dossier}/changes", "Its history.", list[Change], _history, (DOSSIER,)),
        Endpoint("/api/changes", "What changed, the latest first.", list[Change], _changes, FILTERS),
        Endpoint(
            "/api/coming", "Dated plans that lie ahead, the soonest first.", list[Listed], _coming, FILTERS
        ),
        Endpoint(
            "/api/reports/{document}", "A report with all that was read in it.", Report, _report, (report,)
        ),
        Endpoint(
            "/api/relations/{one}/{other}", "How two states stand, by week.", Relation, _relation, SIDES
        ),
        Endpoint("/api/search", "Reports that have all of the words.", list[Hit], _search, (search,)),
        Endpoint(
            "/api/sources", "Outlets, and what became of their news.", list[overviews.Outlet], _sources, ()
        ),
    )


def answer(value: object, *, status: int = 200) -> Response:
    """A record as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")
