"""`detente feed`: what changed, as an Atom feed."""

from __future__ import annotations

from typing import Annotated

from cyclopts import Parameter

from detente.cli.options import Store
from detente.cli.progress import working
from detente.cli.wanted import Changed, ChangedUntil, Kind, Output, Pair, Party, Reports, Watchlists

EXAMPLES = """Examples:
  detente feed -o changes.atom
  detente feed --pair USA-CHN --since 2023-06-01 -o china.atom
  detente feed --watchlist mine.toml --address https://desk.example/changes.atom -o changes.atom"""
BACK = 30  # days


def feed(  # noqa: PLR0913 - each is an option
    *,
    output: Output = None,
    since: Changed = None,
    until: ChangedUntil = None,
    pair: Pair = None,
    actor: Party = None,
    kind: Kind = None,
    watchlist: Watchlists = None,
    title: Annotated[str, Parameter(help="Title of the feed.")] = "détente: what changed",
    address: Annotated[
        str | None, Parameter(help="Where the feed will be read; it then says so itself.")
    ] = None,
    store: Store = None,
    reports: Reports = None,
) -> int:
    """Write a news feed (Atom) with an entry for each change: new, moved, confirmed, put off, held ...

    Without --since it reaches thirty days back. An entry keeps its id, so
    that a reader shows it once.
    """
    from detente.cli.apart import refuse_source  # noqa: PLC0415
    from detente.cli.choosing import Choice  # noqa: PLC0415
    from detente.cli.holding import holding  # noqa: PLC0415
    from detente.cli.writing import open_bytes, tell_written  # noqa: PLC0415
    from detente.outputs.feed import feed_bytes  # noqa: PLC0415

    choice = Choice(
        pair=pair, actor=actor, kind=kind, watchlist=watchlist, since=since, until=until, back=BACK
    )
    refuse_source(output, store=store, reports=reports)
    with working("reading the store"), holding(store, reports) as held:
        made = feed_bytes(
            choice.dossiers(held),
            since=choice.since,
            until=choice.until,
            tables=held.tables,
            title=title,
            name=choice.name,
            address=address,
        )
    with open_bytes(output) as stream:
        stream.write(made)
    tell_written(output, made.count(b"<entry>"), "change")
    return 0
