"""A user's tables in, the cells that would be taken as they are and be wrong out: days, states and PLOVER types."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path

from detente.errors import DetenteError, KnowledgeError
from detente.knowledge.actor_rows import Body, Group, Office, Outlet, State
from detente.knowledge.files import BUILT_IN, read_table
from detente.knowledge.frames import Kind
from detente.knowledge.kinds import check_types
from detente.knowledge.load import INVENTED
from detente.knowledge.long_tables import read_long

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WITH_COUNTRY: dict[str, type[Body | Group | Outlet]] = {
    "bodies.csv": Body,
    "groups.csv": Group,
    "outlets.csv": Outlet,
}


def row_problems(folder: Path) -> Iterator[KnowledgeError]:
    """What is wrong with the rows of a folder, laid over our states and those of the examples."""
    actors = folder / "actors"
    folders = [one / "actors" for one in (BUILT_IN, INVENTED, folder)]
    states = {row.id for row in read_table(folders, "states.csv", State)}
    return chain(_offices(actors, states), _countries(actors, states), _types(folder))


def _offices(actors: Path, states: Collection[str]) -> Iterator[KnowledgeError]:
    path = actors / "offices.csv"
    for row in read_long(path, Office):
        for name in ("start", "end", "as_of"):
            day = getattr(row, name)
            if day and not _DAY.fullmatch(day):
                yield _problem(
                    path, row.person, f"{name} '{day}' is no day", "write 2013-02-12, 2013-02 or 2013"
                )
        if row.start and row.end and row.end < row.start[: len(row.end)]:
            yield _problem(
                path, row.person, f"the office ends ({row.end}) before it begins ({row.start})", "mend one"
            )
        if row.country not in states:
            yield _no_state(path, row.person, row.country)


def _countries(actors: Path, states: Collection[str]) -> Iterator[KnowledgeError]:
    for name, kind in _WITH_COUNTRY.items():
        for row in read_table([actors], name, kind):
            if row.country and row.country not in states:
                yield _no_state(actors / name, row.id, row.country)


def _types(folder: Path) -> Iterator[KnowledgeError]:
    path = folder / "plover" / "kinds.csv"
    for row in read_table([path.parent], path.name, Kind):
        try:
            check_types([row.type] if row.type else [])
        except DetenteError as error:
            yield _problem(path, row.kind, str(error), "leave it empty where PLOVER has none")


def _no_state(path: Path, record: str, code: str) -> KnowledgeError:
    return _problem(
        path, record, f"there is no state '{code}'", "give its three letters, as detente who prints them"
    )


def _problem(path: Path, record: str, problem: str, remedy: str) -> KnowledgeError:
    return KnowledgeError(file=path.name, record=record, problem=problem, remedy=remedy)
