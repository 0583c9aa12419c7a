"""The commands that show and correct dossiers, with their options and help."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import App, Parameter

from detente.cli.options import AsOf, Store, positive
from detente.dossiers.records import DossierStatus

DOSSIERS_EXAMPLES = """Examples:
  detente dossiers
  detente dossiers --pair CHN-USA --status scheduled,planned
  detente dossiers --kind visit --since 2023-06-01 --as-of 2023-06-10
  detente dossiers --format jsonl | jq -r '[.dossier, .status, .title] | @tsv'

Exit code: 0 some found, 1 none, 2 wrong usage."""
DOSSIER_EXAMPLES = """Examples:
  detente dossier 3f2a9c
  detente dossier 3f2a9c --as-of 2023-06-10
  detente dossier 3f2a9c --sources
  detente dossier merge 3f2a9c 81d0e4 --why "the same trip"

Exit code: 0 found, 2 wrong usage or no such dossier."""
MERGE_EXAMPLES = """Examples:
  detente dossier merge 3f2a9c 81d0e4 --who Editor --why same-trip"""
SPLIT_EXAMPLES = """Examples:
  detente dossier split 3f2a9c sha256:0b1c2d#h2 --why another-round"""
CHANGES_EXAMPLES = """Examples:
  detente changes
  detente changes --since 2023-06-10 --pair CHN-USA
  detente changes --since 2023-06-01 --until 2023-06-10 --watchlist Strait

Exit code: 0 something changed, 1 nothing did, 2 wrong usage."""
STATUS_EXAMPLES = """Examples:
  detente dossier status 3f2a9c cancelled --by Editor --why "the ministry told us by telephone"
  detente dossier status 3f2a9c occurred --day 2023-06-19
  detente dossier status 3f2a9c --undo --why "the ministry was wrong"

Exit code: 0 decided, 2 wrong usage or no such dossier."""
Form = Annotated[Literal["table", "jsonl"], Parameter(help="For the eye, or JSON lines.")]
Watchlist = Annotated[
    str | None, Parameter(help="Only what this watchlist lets through (see detente watchlist).")
]
Who = Annotated[
    str | None, Parameter(name=("--who", "--by"), help="Whose decision it is; your user name if left out.")
]
Why = Annotated[str | None, Parameter(help="Why, in a few words; kept with the decision.")]
Words = Annotated[tuple[str, ...], Parameter(negative="")]
Sides = Annotated[str | None, Parameter(help="Two states by name or code, or actors by id, such as CHN-USA.")]
Party = Annotated[str | None, Parameter(help="An actor by id, country or part of a name.")]
Kinds = Annotated[Words, Parameter(help="Only these kinds, with commas: visit,talks.", show_default=False)]


def add_dossier_commands(app: App) -> None:
    """Put the commands into the command line."""
    app.command(dossiers, help_epilogue=DOSSIERS_EXAMPLES)
    one = App(name="dossier", help_epilogue=DOSSIER_EXAMPLES)
    one.default(dossier)
    one.command(merge, help_epilogue=MERGE_EXAMPLES)
    one.command(split, help_epilogue=SPLIT_EXAMPLES)
    one.command(status, help_epilogue=STATUS_EXAMPLES)
    app.command(one)
    app.command(changes, help_epilogue=CHANGES_EXAMPLES)


def dossiers(  # noqa: PLR0913 - each is an option
    *,
    pair: Sides = None,
    actor: Party = None,
    kind: Kinds = (),
    type: Annotated[  # noqa: A002
        Words, Parameter(help="Only these PLOVER types, with commas: CONSULT,AGREE.", show_default=False)
    ] = (),
    status: Annotated[
        Words, Parameter(help="Only these statuses, with commas: planned,scheduled.", show_default=False)
    ] = (),
    source: Annotated[str | None, Parameter(help="A part of the name of a source that spoke of it.")] = None,
    since: Annotated[str | None, Parameter(help="A day: only what had news on it or later.")] = None,
    watchlist: Watchlist = None,
    as_of: AsOf = None,
    limit: Annotated[int | None, Parameter(help="How many at most.")] = None,
    format: Form = "table",  # noqa: A002
    store: Store = None,
) -> int:
    """List the happenings in the store, those with the latest news first."""
    from detente.cli.dossiers import Asked, list_dossiers  # noqa: PLC0415

    asked = Asked(
        pair=pair,
        actor=actor,
        kind=kind,
        type=type,
        status=status,
        source=source,
        since=since,
        watchlist=watchlist,
    )
    most = None if limit is None else positive("--limit", limit, int)
    return list_dossiers(asked, store=store, as_of=as_of, form=format, limit=most)


def dossier(
    name: Annotated[str, Parameter(name="ID", help="The dossier's id, or the first digits of it.")],
    /,
    *,
    as_of: AsOf = None,
    sources: Annotated[
        bool, Parameter(negative="", help="Also the reports, and why each belongs here.")
    ] = False,
    json: Annotated[
        bool, Parameter(negative="", help="One JSON object with all accounts, the state and the changes.")
    ] = False,
    store: Store = None,
) -> int:
    """Show one happening's whole history: first rumour, dates on offer and by whom, what became of them and why."""
    from detente.cli.dossiers import show_dossier  # noqa: PLC0415

    return show_dossier(name, store=store, as_of=as_of, sources=sources, form="jsonl" if json else "table")


def merge(
    first: Annotated[str, Parameter(name="ID", help="A dossier.")],
    second: Annotated[str, Parameter(name="OTHER", help="The dossier that tells of the same happening.")],
    /,
    *,
    why: Why = None,
    who: Who = None,
    store: Store = None,
) -> int:
    """Decide that two dossiers are one happening; kept as data, and stronger than the linking."""
    from detente.cli.deciding import merge as run  # noqa: PLC0415

    return run(first, second, store=store, who=who, why=why)


def split(
    name: Annotated[str, Parameter(name="ID", help="A dossier.")],
    account: Annotated[
        str, Parameter(name="ACCOUNT", help="One of its reports, as detente dossier --sources names it.")
    ],
    /,
    *,
    why: Why = None,
    who: Who = None,
    store: Store = None,
) -> int:
    """Decide that a report tells of another happening than the rest of its dossier; kept as data."""
    from detente.cli.deciding import split as run  # noqa: PLC0415

    return run(name, account, store=store, who=who, why=why)


def status(
    name: Annotated[str, Parameter(name="ID", help="A dossier.")],
    value: Annotated[DossierStatus | None, Parameter(name="VALUE", help="The status that it has.")] = None,
    /,
    *,
    undo: Annotated[
        bool, Parameter(negative="", help="Take earlier decisions back: the reports decide again.")
    ] = False,
    day: Annotated[str | None, Parameter(help="From which day on, YYYY-MM-DD; today if left out.")] = None,
    why: Why = None,
    who: Who = None,
    store: Store = None,
) -> int:
    """Decide on a dossier's status, whatever the reports say; kept as data, and shown as your decision."""
    from detente.cli.deciding import decide_status  # noqa: PLC0415

    return decide_status(name, value, undo=undo, day=day, store=store, who=who, why=why)


def changes(
    *,
    since: Annotated[
        str | None, Parameter(help="The first day, YYYY-MM-DD; a week before the last if left out.")
    ] = None,
    until: Annotated[str | None, Parameter(help="The last day; today if left out.")] = None,
    pair: Sides = None,
    actor: Party = None,
    kind: Kinds = (),
    watchlist: Watchlist = None,
    format: Form = "table",  # noqa: A002
    store: Store = None,
) -> int:
    """Say day by day what is new, moved, confirmed, denied, put off, called off, held or contradicted."""
    from detente.cli.dossiers import Asked, list_changes  # noqa: PLC0415

    asked = Asked(pair=pair, actor=actor, kind=kind, since=since, until=until, watchlist=watchlist)
    return list_changes(asked, store=store, form=format)
