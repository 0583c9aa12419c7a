"""`detente calendar`: what is coming, as a calendar to subscribe to."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from detente.cli.options import AsOf, Store
from detente.cli.progress import working
from detente.cli.wanted import Kind, Output, Pair, Party, Reports, Watchlists

EXAMPLES = """Examples:
  detente calendar -o meetings.ics
  detente calendar --pair USA-CHN --kind visit,talks -o china.ics
  detente calendar --as-of 2023-06-10 -o then.ics"""


def calendar(  # noqa: PLR0913 - each is an option
    *,
    output: Output = None,
    pair: Pair = None,
    actor: Party = None,
    kind: Kind = None,
    watchlist: Watchlists = None,
    as_of: AsOf = None,
    name: Annotated[str, Parameter(help="What a calendar program calls it.")] = "détente",
    store: Store = None,
    reports: Reports = None,
) -> int:
    """Write a calendar (iCalendar) of meetings, visits and the like that are coming or were planned.

    Planned is tentative, fixed by a side is confirmed, off is cancelled. The
    entry of a happening keeps its identity when its date moves, so that a
    calendar program moves it too.
    """
    from detente.cli.apart import refuse_source  # noqa: PLC0415
    from detente.cli.choosing import Choice  # noqa: PLC0415
    from detente.cli.holding import holding  # noqa: PLC0415
    from detente.cli.writing import open_bytes, tell_written  # noqa: PLC0415
    from detente.outputs.calendar import calendar_bytes  # noqa: PLC0415

    choice = Choice(pair=pair, actor=actor, kind=kind, watchlist=watchlist, until=as_of, option="--as-of")
    refuse_source(output, store=store, reports=reports)
    with working("reading the store"), holding(store, reports) as held:
        made = calendar_bytes(choice.dossiers(held), as_of=choice.until, tables=held.tables, name=name)
    with open_bytes(output) as stream:
        stream.write(made)
    tell_written(output, made.count(b"BEGIN:VEVENT"), "happening")
    return 0
