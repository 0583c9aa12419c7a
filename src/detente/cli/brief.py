"""`detente brief`: what is new, moved, confirmed, contradicted and coming up, to read on the way to work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from detente.cli.options import Store
from detente.cli.progress import working
from detente.cli.wanted import Changed, ChangedUntil, Kind, Output, Pair, Party, Reports, Watchlists

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = """Examples:
  detente brief
  detente brief --pair USA-CHN --since 2023-06-01
  detente brief --watchlist mine.toml -o brief.html
  detente brief --since 2023-06-05 --until 2023-06-11 --format markdown"""
BACK = 7  # days
Form = Literal["markdown", "html", "terminal"]


def brief(  # noqa: PLR0913 - each is an option
    *,
    since: Changed = None,
    until: ChangedUntil = None,
    pair: Pair = None,
    actor: Party = None,
    kind: Kind = None,
    watchlist: Watchlists = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Form | None,
        Parameter(
            help="For the terminal (there the default), or a web page (the default in a file ending in .html), or Markdown."
        ),
    ] = None,
    title: Annotated[str, Parameter(help="Title of the briefing.")] = "Briefing",
    output: Output = None,
    store: Store = None,
    reports: Reports = None,
) -> int:
    """Say what is new, moved, confirmed, contradicted and coming up; each line with its source and sentence.

    Without --since it tells of the last seven days.
    """
    from detente.cli.apart import refuse_source  # noqa: PLC0415
    from detente.cli.choosing import Choice  # noqa: PLC0415
    from detente.cli.holding import holding  # noqa: PLC0415
    from detente.cli.writing import draw, open_output, tell_written  # noqa: PLC0415
    from detente.outputs.brief import brief_of, render_brief  # noqa: PLC0415

    choice = Choice(
        pair=pair, actor=actor, kind=kind, watchlist=watchlist, since=since, until=until, back=BACK
    )
    refuse_source(output, store=store, reports=reports)
    with working("reading the store"), holding(store, reports) as held:
        told = brief_of(
            choice.dossiers(held), since=choice.since, until=choice.until, tables=held.tables, title=title
        )
    form = format or _form_of(output)
    text = render_brief(told, form)
    with open_output(output) as stream:
        if form == "terminal":
            from rich.markdown import Markdown  # noqa: PLC0415

            draw(Markdown(text), stream)
        else:
            stream.write(text)
    tell_written(output, told.items, "item")
    return 0


def _form_of(output: Path | None) -> Form:
    """What suits where it goes, when the user did not say."""
    if output is None:
        return "terminal" if sys.stdout.isatty() else "markdown"
    return "html" if output.suffix.lower() in (".html", ".htm") else "markdown"
