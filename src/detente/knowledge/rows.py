"""A user's tables in, the cells that would be taken as they are and be wrong out: days, states, PLOVER's codes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain
from pathlib import Path

from detente.errors import DetenteError, KnowledgeError, did_you_mean
from detente.knowledge.actor_rows import Body, Group, Office, Outlet, State
from detente.knowledge.faults import no_such
from detente.knowledge.files import BUILT_IN, read_rules, read_table
from detente.knowledge.frames import Kind, Score
from detente.knowledge.kinds import check_types
from detente.knowledge.load import INVENTED
from detente.knowledge.long_tables import read_long
from detente.knowledge.relations import ContextRule

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
    return chain(_offices(actors, states), _countries(actors, states), _kinds(folder))


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


def _kinds(folder: Path) -> Iterator[KnowledgeError]:
    path = folder / "plover" / "kinds.csv"
    rows = read_table([path.parent], path.name, Kind)
    scored = read_table([BUILT_IN / "plover", path.parent], "scores.csv", Score)
    topics = read_rules([BUILT_IN, folder], "relations/contexts*.yaml", ContextRule)
    contexts = {rule.id for rule in topics}
    for number, row in enumerate(rows):
        if any(row.kind == other.kind for other in rows[:number]):
            yield _problem(path, row.kind, "two rows have this kind", "take one out")
        yield from _code(path, row, scored)
        for context in row.contexts:
            if context not in contexts:
                yield _problem(path, row.kind, *no_such(context, contexts, what="context"))


def _code(path: Path, row: Kind, scored: Collection[Score]) -> Iterator[KnowledgeError]:
    """The type, and that it has such a mode."""
    try:
        check_types([row.type] if row.type else [])
    except DetenteError as error:
        yield _problem(path, row.kind, str(error), "leave it empty where PLOVER has none")
        return
    modes = {score.mode for score in scored if score.type == row.type and score.mode}
    if not row.mode or row.mode in modes:
        return
    if row.type:
        listed = f"it has {', '.join(sorted(modes))}" if modes else "leave it empty"
        remedy = did_you_mean(row.mode, modes, otherwise=listed)
        yield _problem(path, row.kind, f"{row.type} has no mode '{row.mode}'", remedy)
    else:
        yield _problem(path, row.kind, "there is no mode without a type", "leave it empty")


def _no_state(path: Path, record: str, code: str) -> KnowledgeError:
    return _problem(
        path, record, f"there is no state '{code}'", "give its three letters, as detente who prints them"
    )


def _problem(path: Path, record: str, problem: str, remedy: str) -> KnowledgeError:
    return KnowledgeError(file=path.name, record=record, problem=problem, remedy=remedy)
