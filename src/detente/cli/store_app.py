"""The commands over the store with their options and help; what they do is in the files that they import."""

from __future__ import annotations

from typing import Annotated

from cyclopts import App, Parameter

from detente.cli.dossier_app import add_dossier_commands
from detente.cli.keeping_app import add_keeping_commands
from detente.cli.options import (
    Encoding,
    Inputs,
    Knowledge,
    MaxSize,
    Model,
    Outlet,
    Published,
    Store,
    Timeout,
    Verbose,
    check_inputs,
    megabytes,
    positive,
)

ADD_EXAMPLES = """Examples:
  detente add examples/
  detente add news.parquet inbox.mbox https://post.example/feed.xml
  detente add corpus/ --store postgresql://me@db.example/news
  detente add --reports coded.jsonl

Exit code: 0 all added or known, 1 some failed,
2 wrong usage or nothing could be read, 130 interrupted."""


def add_store_commands(app: App) -> None:
    """Put the commands into the command line."""
    app.command(add, usage="Usage: detente add [OPTIONS] PATH|URL|-...", help_epilogue=ADD_EXAMPLES)
    add_dossier_commands(app)
    add_keeping_commands(app)


def add(  # noqa: PLR0913 - each is an option
    *inputs: Inputs,
    store: Store = None,
    reports: Annotated[
        bool,
        Parameter(
            negative="",
            help="The inputs are reports coded earlier (JSON lines or Parquet), to be kept as they are.",
        ),
    ] = False,
    published: Published = None,
    outlet: Outlet = None,
    knowledge: Knowledge = None,
    model: Model = None,
    encoding: Encoding = None,
    max_size: MaxSize = 10,
    timeout: Timeout = 20,
    verbose: Verbose = False,
) -> int:
    """Code news reports and keep them in the store, each linked to the happenings that it tells of.

    What is in the store already is passed over, so that the same command
    goes on where it was stopped. An article that was corrected (the same
    address, another text) takes the place of the one before, which is kept.
    A report without a day of publication waits until detente date gives it one.
    """
    from detente.cli.adding import Adding, add_inputs  # noqa: PLC0415

    check_inputs(inputs, command="add")
    return add_inputs(
        Adding(
            inputs=inputs,
            store=store,
            reports=reports,
            published=published,
            outlet=outlet,
            knowledge=knowledge,
            model=model,
            encoding=encoding,
            max_bytes=megabytes("--max-size", max_size),
            timeout=positive("--timeout", timeout, float),
            verbose=verbose,
        )
    )
