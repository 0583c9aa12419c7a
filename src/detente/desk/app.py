"""The desk as an ASGI application: routes, headers, errors."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from detente.desk import pages, relation, sheets, streams, writes
from detente.desk.api import Endpoint, Problem, answer, endpoints
from detente.desk.asking import check_names
from detente.desk.context import HERE, Desk, desk_of, make_templates
from detente.desk.latest import Latest
from detente.desk.openapi import openapi
from detente.desk.security import StrictHeaders
from detente.relations.states import load_states
from detente.store.store import Store


def make_desk(store: Store, *, token: str, clock: Callable[[], date] = date.today) -> Starlette:
    """The desk over a store. token: what a reader gives to be allowed to change something."""
    app = Starlette(
        routes=_routes(),
        middleware=[
            Middleware(StrictHeaders),
            Middleware(GZipMiddleware),
            Middleware(
                SessionMiddleware, secret_key=secrets.token_urlsafe(32), same_site="strict", max_age=None
            ),
        ],
        exception_handlers={HTTPException: _problem, Exception: _failure},
    )
    app.state.desk = Desk(
        store=store,
        token=token,
        clock=clock,
        templates=make_templates(),
        states=load_states(),
        relations=Latest(),
        lists=Latest(),
    )
    return app


def _routes() -> list[Route | Mount]:
    reading = [
        ("/", pages.today),
        ("/live", pages.live),
        ("/dossiers.csv", sheets.dossiers),
        ("/dossiers", pages.dossiers),
        ("/dossiers/{dossier}", pages.dossier),
        ("/articles/{document}", pages.article),
        ("/actors/{actor}", pages.actor),
        ("/changes.csv", sheets.changes),
        ("/search", pages.search),
        ("/sources.csv", sheets.sources),
        ("/sources", pages.sources),
        ("/map", pages.world),
        ("/relations", relation.relations),
        ("/relations/{one}/{other}.csv", relation.weeks),
        ("/relations/{one}/{other}", relation.relation),
        ("/calendar.ics", streams.calendar),
        ("/feed.atom", streams.feed),
        ("/api", _api),
    ]
    changing = [
        ("/enter", writes.enter),
        ("/leave", writes.leave),
        ("/dossiers/{dossier}/merge", writes.merge),
        ("/dossiers/{dossier}/split", writes.split),
        ("/dossiers/{dossier}/status", writes.status),
    ]
    return [
        *(Route(path, shown) for path, shown in reading),
        *(Route(path, made, methods=["POST"]) for path, made in changing),
        *(Route(endpoint.path, _answering(endpoint)) for endpoint in endpoints()),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]


def _answering(endpoint: Endpoint) -> Callable[[Request], Response]:
    names = [one.name for one in endpoint.given if one.where == "query"]

    def respond(request: Request) -> Response:
        check_names(request, names)
        return answer(endpoint.ask(request))

    return respond


def _api(request: Request) -> Response:
    return answer(openapi())


def _problem(request: Request, error: Exception) -> Response:
    """What cannot be done, as a page or as JSON, with the remedy."""
    assert isinstance(error, HTTPException)
    unsaid = error.detail == HTTPStatus.NOT_FOUND.phrase  # of an address that leads nowhere
    if request.url.path.startswith("/api"):
        detail = "there is no such address; /api describes all" if unsaid else error.detail
        return answer(Problem(error=detail), status=error.status_code)
    titles = {400: "That cannot be asked", 403: "Not allowed", 404: "Not found"}
    title = titles.get(error.status_code, "That did not work")
    detail = "There is no page at this address." if unsaid else error.detail
    return desk_of(request).page(request, "error.html", status=error.status_code, title=title, detail=detail)


def _failure(request: Request, error: Exception) -> Response:
    """Our own mistake: the page says so; the traceback is in the log of the server."""
    detail = f"The desk failed at this page ({type(error).__name__}); the log of detente serve has more."
    return (
        answer(Problem(error=detail), status=500)
        if request.url.path.startswith("/api")
        else Response(detail, 500)
    )
