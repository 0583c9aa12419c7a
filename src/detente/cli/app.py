"""The commands of the command line with their options and help; what they do is in `coding.py`."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from detente.cli.batch import EXAMPLES as BATCH_EXAMPLES
from detente.cli.batch import batch
from detente.cli.leaving_app import add_leaving_commands
from detente.cli.options import (
    Encoding,
    Inputs,
    Knowledge,
    MaxSize,
    Model,
    Outlet,
    Published,
    Timeout,
    Verbose,
    check_inputs,
    megabytes,
    positive,
)
from detente.cli.serve import EXAMPLES as SERVE_EXAMPLES
from detente.cli.serve import serve
from detente.cli.store_app import add_store_commands
from detente.cli.wanted import Output
from detente.errors import DetenteError

Format = Literal["table", "jsonl", "tree"]
ABOUT = """Reads diplomatic news and says who met, will meet or will not meet whom,
when and where, who says so, and how sure it is."""
EXAMPLES = """Examples:
  detente code story.txt --published 2013-02-12
  detente explain "Ruritania's king will visit Sylvania on Monday." --published 2013-02-12
  detente code --help"""
CODE_EXAMPLES = """Examples:
  detente code story.txt --published 2013-02-12 --outlet "Strelsau Wire"
  detente code https://news.example/story.html
  detente code news/ --output events.jsonl
  curl -s https://news.example/story.html | detente code - --format tree
  detente code corpus.jsonl | jq -r '.events[] | [.kind, .status, .time.value] | @tsv'

Exit code: 0 all inputs coded, 1 some failed,
2 wrong usage or nothing could be read, 130 interrupted."""
EXPLAIN_EXAMPLES = """Examples:
  detente explain "Ruritania's king will visit Sylvania on Monday, officials said." --published 2013-02-12
  detente explain "Sylvania declined an offer of talks." --format jsonl"""
WHO_EXAMPLES = """Examples:
  detente who "Wang Yi" --on 2023-06-10
  detente who Kremlin
  detente who Georgia --format jsonl

Exit code: 0 found, 1 nothing is called so, 2 wrong usage."""
KNOWLEDGE_EXAMPLES = """Examples:
  detente knowledge check my-rules
  detente knowledge list
  detente knowledge kinds"""
CHECK_EXAMPLES = """Examples:
  detente knowledge check my-rules

Exit code: 0 sound, 1 something is wrong with a rule or file,
2 wrong usage or a file that cannot be loaded."""
LIST_EXAMPLES = """Examples:
  detente knowledge list
  detente knowledge list --knowledge my-rules"""
KINDS_EXAMPLES = """Examples:
  detente knowledge kinds
  detente knowledge kinds --knowledge my-rules"""
SCHEMA_EXAMPLES = """Examples:
  detente schema > report.schema.json"""


def build_app() -> App:
    """The command line, ready to be called with its arguments."""
    app = App(
        name="detente",
        help=ABOUT,
        help_epilogue=EXAMPLES,
        help_format="plaintext",
        version=lambda: version("detente"),
        result_action="return_value",
        suppress_keyboard_interrupt=False,
    )
    app.command(code, usage="Usage: detente code [OPTIONS] PATH|URL|-...", help_epilogue=CODE_EXAMPLES)
    app.command(batch, usage="Usage: detente batch INPUT -o OUTPUT [OPTIONS]", help_epilogue=BATCH_EXAMPLES)
    app.command(explain, help_epilogue=EXPLAIN_EXAMPLES)
    app.command(who, help_epilogue=WHO_EXAMPLES)
    app.command(_knowledge_app())
    app.command(schema, help_epilogue=SCHEMA_EXAMPLES)
    add_store_commands(app)
    app.command(serve, help_epilogue=SERVE_EXAMPLES)
    add_leaving_commands(app)
    return app


def _knowledge_app() -> App:
    app = App(
        name="knowledge",
        help="Check your own knowledge files, list the kinds, or count what the tables hold.",
        help_epilogue=KNOWLEDGE_EXAMPLES,
    )
    app.command(knowledge_check, name="check", help_epilogue=CHECK_EXAMPLES)
    app.command(knowledge_list, name="list", help_epilogue=LIST_EXAMPLES)
    app.command(knowledge_kinds, name="kinds", help_epilogue=KINDS_EXAMPLES)
    return app


def code(  # noqa: PLR0913 - each is an option
    *inputs: Inputs,
    published: Published = None,
    outlet: Outlet = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Format | None,
        Parameter(
            help="What to write: a table (the default on a terminal), JSON lines (the default elsewhere), a tree."
        ),
    ] = None,
    knowledge: Knowledge = None,
    model: Model = None,
    output: Output = None,
    encoding: Encoding = None,
    max_size: MaxSize = 10,
    timeout: Timeout = 20,
    verbose: Verbose = False,
    precise: Annotated[
        bool,
        Parameter(negative="", help="Keep only who-says-so that is nearly certain: rather miss than err."),
    ] = False,
) -> int:
    """Code news reports: what happened or is to happen, between whom, when, where, and who says so.

    JSON lines hold one report each, as {"id", "text", "title", "outlet",
    "published", "url"}, of which only text is needed. Plain text may open with
    title, outlet, published and url between two lines of ---, as in
    "title: Envoy recalled". In a folder, files ending in .txt, .text, .md,
    .html, .htm, .xhtml, .jsonl, .ndjson, .json, .rss, .atom, .parquet,
    .mbox and .eml are read.

    What cannot be read is named on standard error, and the others go on.
    """
    from detente.cli.coding import Task, code_inputs  # noqa: PLC0415

    check_inputs(inputs, command="code")
    return code_inputs(
        Task(
            inputs=inputs,
            published=published,
            outlet=outlet,
            form=format,
            knowledge=knowledge,
            model=model,
            output=output,
            encoding=encoding,
            max_bytes=megabytes("--max-size", max_size),
            timeout=positive("--timeout", timeout, float),
            verbose=verbose,
            precise=precise,
        )
    )


def explain(
    sentence: Annotated[str, Parameter(help="One or more sentences of a report.", allow_leading_hyphen=True)],
    /,
    *,
    published: Published = None,
    format: Annotated[  # noqa: A002
        Literal["tree", "jsonl"], Parameter(help="A tree for the eye, or a JSON line.")
    ] = "tree",
    knowledge: Knowledge = None,
    model: Model = None,
) -> int:
    """Show how a sentence is coded: names, times, who says so, and the rules that fired.

    The invented states in which examples of rules are written (Ruritania,
    Sylvania, Graustark) are known here and to detente knowledge check, and
    nowhere else.
    """
    from detente.cli.coding import explain_sentence  # noqa: PLC0415

    if sentence.startswith("--") and " " not in sentence:
        raise DetenteError(f"unknown option {sentence}; see detente explain --help")

    return explain_sentence(sentence, published=published, form=format, knowledge=knowledge, model=model)


def who(
    name: Annotated[
        str, Parameter(help="A person, state, body, organisation, group, outlet or place, as news calls it.")
    ],
    /,
    *,
    on: Annotated[
        str | None, Parameter(help="A day, YYYY-MM-DD: who was in office then comes first, and is marked.")
    ] = None,
    format: Annotated[  # noqa: A002
        Literal["table", "jsonl"], Parameter(help="A table for the eye, or JSON lines.")
    ] = "table",
    knowledge: Knowledge = None,
) -> int:
    """Say who that is: id, state, sectors, offices with their days, and the source of each line."""
    from detente.cli.who import show_who  # noqa: PLC0415

    return show_who(name, on=on, form=format, knowledge=knowledge)


def knowledge_check(
    folder: Annotated[Path, Parameter(name="DIR", help="Folder of your own knowledge files.")],
    /,
    *,
    model: Model = None,
) -> int:
    """Load your knowledge files over ours, and try the examples and near misses of your rules."""
    from detente.cli.knowledge import check_knowledge  # noqa: PLC0415

    return check_knowledge(folder, model=model)


def knowledge_list(*, knowledge: Knowledge = None) -> int:
    """Count the rules and rows of each part of the knowledge."""
    from detente.cli.knowledge import list_knowledge  # noqa: PLC0415

    return list_knowledge(knowledge)


def knowledge_kinds(*, knowledge: Knowledge = None) -> int:
    """List the kinds of happenings that --kind takes: PLOVER's type and mode, and what each means."""
    from detente.cli.knowledge import list_kinds  # noqa: PLC0415

    return list_kinds(knowledge)


def schema() -> int:
    """Write the JSON Schema of a report, that is of one line of --format jsonl."""
    from detente.cli.schema import schema_text  # noqa: PLC0415

    sys.stdout.write(schema_text())
    return 0
