"""The commands that change a store by hand, with their options and help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from detente.cli.options import Knowledge, Model, Store, megabytes, positive
from detente.errors import DetenteError

WATCH_EXAMPLES = """Examples:
  detente watch feeds.toml
  detente watch feeds.toml --once --store postgresql://me@db.example/news

feeds.toml:
  pace = 5                                  # seconds between two requests to one host

  [[feed]]
  url = "https://post.example/feed.xml"
  outlet = "Sylvan Post"                    # in place of what the feed says
  every = 30                                # minutes

Exit code: 0 read, 1 a feed could not be (with --once), 2 wrong usage,
130 interrupted."""
EVALUATE_EXAMPLES = """Examples:
  detente evaluate gold.jsonl
  detente evaluate gold.jsonl --errors --knowledge my-rules

A line of the file: {"id", "text", "published", "events": [{"trigger",
"type", "status", "actor": [{"name", "code"}], "recipient": [...],
"date": {"earliest", "latest"}, "attributed_to": [...]}]}; docs/evaluate.md
says what each means.

Exit code: 0 all items read, 1 some not, 2 none or wrong usage."""
FORGET_EXAMPLES = """Examples:
  detente forget https://post.example/story
  detente forget sha256:0b1c2d

Exit code: 0 all forgotten, 1 some are not in the store, 2 none is or wrong usage."""
DATE_EXAMPLES = """Examples:
  detente date
  detente date sha256:0b1c2d 2023-06-10"""
RECODE_EXAMPLES = """Examples:
  detente recode
  detente recode --knowledge my-rules"""
REBUILD_EXAMPLES = """Examples:
  detente rebuild
  detente rebuild --knowledge my-rules"""
WATCHLIST_EXAMPLES = """Examples:
  detente watchlist set watchlists.toml
  detente watchlist list
  detente changes --since 2023-06-10 --watchlist Strait

watchlists.toml:
  [[watchlist]]
  name = "Strait"
  pairs = ["CHN-USA", "China-Philippines"]  # names or codes; or the actors:
  actors = ["Taiwan", "person:wang-yi"]     # states, and ids as detente who prints them
  kinds = ["visit", "talks"]                # and of these kinds
  words = ["balloon"]                       # and with one of these words"""
WATCHLIST_LIST_EXAMPLES = """Examples:
  detente watchlist list"""
WATCHLIST_DROP_EXAMPLES = """Examples:
  detente watchlist drop Strait"""
Document = Annotated[
    str,
    Parameter(
        name="DOCUMENT",
        help="Its id or the first digits of that (four or more), its address, or the id that its input gave.",
    ),
]


def add_keeping_commands(app: App) -> None:
    """Put the commands into the command line."""
    app.command(watch, help_epilogue=WATCH_EXAMPLES)
    app.command(recode, help_epilogue=RECODE_EXAMPLES)
    app.command(rebuild, help_epilogue=REBUILD_EXAMPLES)
    app.command(evaluate, help_epilogue=EVALUATE_EXAMPLES)
    app.command(forget, help_epilogue=FORGET_EXAMPLES)
    app.command(date, help_epilogue=DATE_EXAMPLES)
    lists = App(
        name="watchlist",
        help="Keep named sets of pairs, actors, kinds or words that lists and changes can be limited to.",
        help_epilogue=WATCHLIST_EXAMPLES,
    )
    lists.command(watchlist_set, name="set", help_epilogue=WATCHLIST_EXAMPLES)
    lists.command(watchlist_list, name="list", help_epilogue=WATCHLIST_LIST_EXAMPLES)
    lists.command(watchlist_drop, name="drop", help_epilogue=WATCHLIST_DROP_EXAMPLES)
    app.command(lists)


def watch(
    feeds: Annotated[Path, Parameter(name="FEEDS.toml", help="The feeds to read, as shown below.")],
    /,
    *,
    once: Annotated[
        bool,
        Parameter(negative="", help="Read each feed one time and end, for whoever has a timer of his own."),
    ] = False,
    knowledge: Knowledge = None,
    model: Model = None,
    max_size: Annotated[float, Parameter(help="Megabytes that one document may have.")] = 10,
    timeout: Annotated[float, Parameter(help="Seconds that one web address may take.")] = 20,
    verbose: Annotated[
        bool, Parameter(negative="", help="When the coder fails at a document, show where.")
    ] = False,
    store: Store = None,
) -> int:
    """Keep the store current from RSS and Atom feeds.

    Feeds that have not changed are not sent again, robots.txt is kept to,
    each host is asked no faster than its pace, and a feed that fails is left
    alone for longer and longer. An article that its feed calls updated is
    fetched again, and takes the place of the one before if its text differs.
    """
    from detente.cli.watching import Watching  # noqa: PLC0415
    from detente.cli.watching import watch as run  # noqa: PLC0415

    return run(
        Watching(
            feeds=feeds,
            once=once,
            store=store,
            knowledge=knowledge,
            model=model,
            max_bytes=megabytes("--max-size", max_size),
            timeout=positive("--timeout", timeout, float),
            verbose=verbose,
        )
    )


def recode(
    *,
    knowledge: Knowledge = None,
    model: Model = None,
    verbose: Annotated[
        bool, Parameter(negative="", help="When the coder fails at a document, show where.")
    ] = False,
    store: Store = None,
) -> int:
    """Code anew what is stored and was coded by other versions of the code, model or knowledge.

    Dossiers follow. The old codings are kept with their versions.
    """
    from detente.cli.keeping import recode as run  # noqa: PLC0415

    return run(store=store, knowledge=knowledge, model=model, verbose=verbose)


def rebuild(*, knowledge: Knowledge = None, store: Store = None) -> int:
    """Derive all dossiers anew from what is stored, without coding anything.

    Of use after an update of détente or of your own rules for dossiers; otherwise it changes nothing. What
    you decided stays.
    """
    from detente.cli.keeping import rebuild as run  # noqa: PLC0415

    return run(store=store, knowledge=knowledge)


def evaluate(
    gold: Annotated[Path, Parameter(name="GOLD.jsonl", help="Hand-coded items, one a line.")],
    /,
    *,
    errors: Annotated[
        bool, Parameter(negative="", help="Also each event that one side has and the other has not.")
    ] = False,
    json: Annotated[bool, Parameter(negative="", help="The figures as JSON.")] = False,
    knowledge: Knowledge = None,
    model: Model = None,
) -> int:
    """Score the coder on items that you have coded by hand."""
    from detente.cli.evaluating import evaluate_gold  # noqa: PLC0415

    return evaluate_gold(
        gold, knowledge=knowledge, model=model, errors=errors, form="json" if json else "table"
    )


def forget(
    *documents: Document,
    store: Store = None,
) -> int:
    """Remove documents from the store, with all that rests on them."""
    from detente.cli.keeping import forget as run  # noqa: PLC0415

    if not documents:
        raise DetenteError("nothing to forget; name a document by its id or address")
    return run(documents, store=store)


def date(
    document: Document | None = None,
    day: Annotated[
        str | None, Parameter(name="DAY", help="The day on which it was published, YYYY-MM-DD.")
    ] = None,
    /,
    *,
    knowledge: Knowledge = None,
    model: Model = None,
    store: Store = None,
) -> int:
    """Give a day of publication to a document that waits for one; without a document, list those that do."""
    from detente.cli.keeping import give_date, list_undated  # noqa: PLC0415

    if document is None:
        return list_undated(store=store)
    if day is None:
        raise DetenteError(f"{document}: no day was given; write it as YYYY-MM-DD after the document")
    return give_date(document, day, store=store, knowledge=knowledge, model=model)


def watchlist_set(
    file: Annotated[Path, Parameter(name="FILE", help="A TOML file of tables [[watchlist]].")],
    /,
    *,
    store: Store = None,
) -> int:
    """Keep the watchlists of a file, each in the place of one of the same name."""
    from detente.cli.keeping import set_watchlists  # noqa: PLC0415

    return set_watchlists(file, store=store)


def watchlist_list(*, store: Store = None) -> int:
    """List the watchlists that are kept."""
    from detente.cli.keeping import show_watchlists  # noqa: PLC0415

    return show_watchlists(store=store)


def watchlist_drop(
    name: Annotated[str, Parameter(name="NAME", help="A watchlist.")], /, *, store: Store = None
) -> int:
    """Drop a watchlist."""
    from detente.cli.keeping import drop_watchlist  # noqa: PLC0415

    return drop_watchlist(name, store=store)
