"""The relation of two states: its page, its weeks as CSV, and what both rest on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from detente.desk import overviews, queries
from detente.desk.charts import seconds
from detente.desk.context import desk_of
from detente.desk.sheets import sheet
from detente.dossiers import acts_of
from detente.errors import DetenteError
from detente.relations import Relation, Week, counted, relation_of
from detente.relations.views import views_between
from detente.store.engine import reading
from detente.store.links import read_dropped

QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
CELLS = ("start", "mean", "weight", "level", "low", "high")


class IndexChart(TypedDict):
    """A line with its band, and the weeks' own means."""

    weeks: list[int]
    index: list[float]
    low: list[float]
    high: list[float]
    mean: list[float | None]


class CountsChart(TypedDict):
    """Acts of each week by quad class; `counts` has a list for each class."""

    weeks: list[int]
    quads: list[str]
    counts: list[list[int]]


def relations(request: Request) -> Response:
    """The pairs most reported, and a form to ask for another; two names lead to their page."""
    desk, error = desk_of(request), None
    first, second = (request.query_params.get(name, "").strip() for name in ("first", "second"))
    if first and second:
        try:
            return RedirectResponse(f"/relations/{desk.states.find(first)}/{desk.states.find(second)}")
        except DetenteError as unknown:
            error = str(unknown)
    with reading(desk.store.engine) as connection:
        pairs = desk.listed(connection, overviews.pairs)
    shown = [(pair, desk.states.name(pair.first), desk.states.name(pair.second)) for pair in pairs]
    return desk.page(request, "relations.html", pairs=shown, error=error)


def relation(request: Request) -> Response:
    """How two states stand, and because of what."""
    desk, (one, other) = desk_of(request), _pair(request)
    found = read_relation(request)
    return desk.page(
        request,
        "relation.html",
        names=(desk.states.name(one), desk.states.name(other)),
        pair=f"{one}-{other}",
        sheet=f"/relations/{one}/{other}.csv",
        relation=found,
        acts={act.dossier: act for act in found.acts},
        quads=QUADS,
        index_chart=_index(found.weeks),
        counts_chart=_counts(found.weeks),
    )


def weeks(request: Request) -> Response:
    """The weeks as CSV."""
    names = (*CELLS, *(quad.lower().replace(" ", "_") for quad in QUADS))
    rows = (
        [*(getattr(week, name) for name in CELLS), *(week.counts.get(quad, 0) for quad in QUADS)]
        for week in read_relation(request).weeks
    )
    return sheet(names, rows)


def read_relation(request: Request) -> Relation:
    """The relation that an address names, as of today; worked out once for each state of the store."""
    desk, pair = desk_of(request), _pair(request)
    with reading(desk.store.engine) as connection:
        stamp = queries.stamp(connection)
        as_of = desk.today(connection)
        kept = desk.relations.get((pair, as_of), stamp)
        if kept is not None:
            return kept
        dossiers = queries.dossiers_between(connection, pair)
        reports = queries.reports_between(connection, pair)
        dropped = frozenset(read_dropped(connection, as_of))
    tables = desk.store.tables
    acts = (act for dossier in dossiers for act in acts_of(dossier, as_of, tables=tables))
    states = (counted(act, as_of, tables=tables) for act in acts)
    found = relation_of(
        [state for state in states if state],
        *pair,
        as_of=as_of,
        told=views_between(reports, pair, dropped=dropped),
    )
    desk.relations.keep((pair, as_of), stamp, found)
    return found


def _pair(request: Request) -> tuple[str, str]:
    states = desk_of(request).states
    try:
        one, other = (states.find(request.path_params[name]) for name in ("one", "other"))
    except DetenteError as error:
        raise HTTPException(404, str(error)) from error
    if one == other:
        raise HTTPException(404, "A relation has two sides; name two states.")
    return one, other


def _index(weeks: Sequence[Week]) -> IndexChart:
    return IndexChart(
        weeks=[seconds(week.start) for week in weeks],
        index=[round(week.level, 2) for week in weeks],
        low=[round(week.low, 2) for week in weeks],
        high=[round(week.high, 2) for week in weeks],
        mean=[None if week.mean is None else round(week.mean, 2) for week in weeks],
    )


def _counts(weeks: Sequence[Week]) -> CountsChart:
    return CountsChart(
        weeks=[seconds(week.start) for week in weeks],
        quads=[quad.lower() for quad in QUADS],
        counts=[[week.counts.get(quad, 0) for week in weeks] for quad in QUADS],
    )
