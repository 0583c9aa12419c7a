"""`detente relation`: how two states stand, by week, with the acts behind each point."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.options import Store
from detente.cli.progress import working
from detente.cli.wanted import Reports
from detente.dossiers import acts_of
from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.cli.holding import Holding
    from detente.relations import Relation
    from detente.relations.states import States

EXAMPLES = """Examples:
  detente relation USA CHN
  detente relation China Japan --since 2023-01-01 --plot relation.png
  detente relation USA CHN --directed
  detente relation Brazil --json | jq '.weeks[] | [.start, .level]'

Exit code: 0 shown, 1 nothing is known of them, 2 wrong usage."""
SHOWN, NOTHING = 0, 1
NARROWEST, WIDEST = 40, 110


def relation(  # noqa: PLR0913 - each is an option
    one: Annotated[str, Parameter(name="STATE", help="A state, by name or ISO code: China, CHN.")],
    other: Annotated[
        str | None,
        Parameter(name="OTHER", help="The other state; without it, all that the first one does abroad."),
    ] = None,
    /,
    *,
    directed: Annotated[
        bool, Parameter(negative="", help="Only what the first state does to the other, and acts of both.")
    ] = False,
    since: Annotated[str | None, Parameter(help="Only acts of this day, YYYY-MM-DD, or later.")] = None,
    until: Annotated[
        str | None, Parameter(help="Only what was known at the end of this day, in place of today.")
    ] = None,
    plot: Annotated[
        Path | None, Parameter(help="Also draw it into this file, whose name ends in .png, .svg or .pdf.")
    ] = None,
    json: Annotated[
        bool, Parameter(negative="", help="Write a JSON line, in place of what is for the eye.")
    ] = False,
    store: Store = None,
    reports: Reports = None,
) -> int:
    """Show how two states stand, by week: what happened between them, what is coming, what they disagree about.

    Only acts that took place count, each once, by PLOVER's scores from -10
    (conflict) to 10 (cooperation). Plans, rumours and denials are shown and
    never counted. docs/relations.md says how the level and its band are made.
    """
    from detente.cli.days import today  # noqa: PLC0415
    from detente.cli.holding import holding  # noqa: PLC0415
    from detente.documents.days import read_day  # noqa: PLC0415
    from detente.relations.states import load_states  # noqa: PLC0415

    states = load_states()
    first, second = _found(one, other, states)
    day = read_day(until, file="--until", field="day") or today()
    begin = read_day(since, file="--since", field="day")
    with working("weighing what happened"):
        from detente.outputs.plots import check_plot, save_plot  # noqa: PLC0415 - loads what draws and reckons

        check_plot(plot)
        course: Literal["out", "both"] = "out" if directed else "both"
        with holding(store, reports) as held:
            found = _weighed(held, first, second, day=day, since=begin, course=course)
    if not (found.acts or found.coming or found.not_counted or found.undated or found.told):
        return _nothing(first, second, states, day=day)
    _show(found, states, json=json)
    if plot is not None:
        from detente.cli.writing import tell_written  # noqa: PLC0415
        from detente.outputs.standing import title_of  # noqa: PLC0415

        save_plot(found, plot, title=f"{title_of(found, states.name)}, up to {day}")
        tell_written(plot, 1, "picture")
    return SHOWN


def _weighed(
    held: Holding,
    first: str,
    second: str | None,
    *,
    day: str,
    since: str | None,
    course: Literal["out", "both"],
) -> Relation:
    """What is known at the end of the day of two states, or of all that the first does abroad."""
    from detente.cli.holding import Wish  # noqa: PLC0415
    from detente.relations import counted, relation_of  # noqa: PLC0415
    from detente.relations.views import views_between  # noqa: PLC0415

    pair = (first, second) if second else None
    wish = Wish(as_of=day, pair=pair, actor=None if pair else first)
    acts = (act for one in held.dossiers(wish) for act in acts_of(one, day, tables=held.tables))
    stands = [now for one in acts if (now := counted(one, day, tables=held.tables))]
    viewers = held.viewers(pair) if pair else ()
    known = (report for report in viewers if (report.published or day) <= day)
    told = views_between(known, pair, dropped=held.dropped(day)) if pair else ()
    return relation_of(stands, first, second, as_of=day, since=since, course=course, told=told)


def _found(one: str, other: str | None, states: States) -> tuple[str, str | None]:
    """The ids of the two states. Raises `DetenteError` where both are the same."""
    first, second = states.find(one), states.find(other) if other else None
    if first == second:
        raise DetenteError(
            f"{states.shown(first)}: is named twice; name two states, or one for all that it does abroad"
        )
    return first, second


def _nothing(first: str, second: str | None, states: States, *, day: str) -> int:
    """Say that nothing is known; the exit code."""
    other = f" and {states.shown(second)}" if second else ""
    whom = f"{'between' if second else 'of'} {states.shown(first)}{other}"
    sys.stderr.write(f"detente: nothing is known {whom} up to {day}; detente dossiers lists what is\n")
    return NOTHING


def _show(found: Relation, states: States, *, json: bool) -> None:
    from detente.cli.writing import WIDTH, draw, open_output  # noqa: PLC0415
    from detente.outputs.standing import render_relation  # noqa: PLC0415
    from detente.records import to_json  # noqa: PLC0415

    with open_output(None) as stream:
        if json:
            stream.buffer.write(to_json(found) + b"\n")
            return
        columns = shutil.get_terminal_size().columns if stream.isatty() else WIDTH
        width = max(NARROWEST, min(WIDEST, columns))
        draw(render_relation(found, states.name, width=width), stream)
