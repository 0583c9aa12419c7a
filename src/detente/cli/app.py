"""The commands of the command line with their options and help; what they do is in `coding.py`."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from detente.errors import DetenteError

Format = Literal["table", "jsonl", "tree"]
Published = Annotated[
    str | None,
    Parameter(
        help="Day of publication, YYYY-MM-DD, in place of what the inputs say. Words such as 'on Monday' hang on it."
    ),
]
Knowledge = Annotated[
    Path | None, Parameter(help="Folder of your own knowledge files, laid over those that come with détente.")
]
Model = Annotated[
    str | None,
    Parameter(help="An installed spaCy pipeline for English, in place of the one that comes with détente."),
]

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
    app.command(explain, help_epilogue=EXPLAIN_EXAMPLES)
    app.command(schema, help_epilogue=SCHEMA_EXAMPLES)
    return app


def code(  # noqa: PLR0913 - each is an option
    *inputs: Annotated[
        str,
        Parameter(
            name="PATH|URL|-",
            help="Plain text, Markdown, HTML or JSON lines; a folder of them; a web address; - for standard input.",
            allow_leading_hyphen=True,
        ),
    ],
    published: Published = None,
    outlet: Annotated[
        str | None, Parameter(help="Name of the outlet, in place of what the inputs say.")
    ] = None,
    format: Annotated[  # noqa: A002 - the name of the option
        Format | None,
        Parameter(
            help="What to write: a table (the default on a terminal), JSON lines (the default elsewhere), a tree."
        ),
    ] = None,
    knowledge: Knowledge = None,
    model: Model = None,
    output: Annotated[Path | None, Parameter(help="File to write to, in place of standard output.")] = None,
    encoding: Annotated[
        str | None,
        Parameter(help="Encoding of plain text and web pages that is neither UTF-8 nor named in them."),
    ] = None,
    max_size: Annotated[float, Parameter(help="Megabytes that one document may have.")] = 10,
    timeout: Annotated[float, Parameter(help="Seconds that one web address may take.")] = 20,
) -> int:
    """Code news reports: what happened or is to happen, between whom, when, where, and who says so.

    JSON lines hold one report each, as {"id", "text", "title", "outlet",
    "published", "url"}, of which only text is needed. Plain text may open with
    title, outlet, published and url between two lines of ---, as in
    "title: Envoy recalled". In a folder, files ending in .txt, .text, .md,
    .html, .htm, .xhtml, .jsonl, .ndjson and .json are read.

    What cannot be read is named on standard error, and the others go on.
    """
    from detente.cli.coding import Task, code_inputs  # noqa: PLC0415

    _check_inputs(inputs)
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
            max_bytes=_positive("--max-size", max_size * 1_000_000, int),
            timeout=_positive("--timeout", timeout, float),
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
    """Show how a sentence is coded: names, times, who says so, and the rules that fired."""
    from detente.cli.coding import explain_sentence  # noqa: PLC0415

    return explain_sentence(sentence, published=published, form=format, knowledge=knowledge, model=model)


def schema() -> int:
    """Write the JSON Schema of a report, that is of one line of --format jsonl."""
    from detente.cli.schema import schema_text  # noqa: PLC0415

    sys.stdout.write(schema_text())
    return 0


def _check_inputs(inputs: tuple[str, ...]) -> None:
    if not inputs:
        raise DetenteError("nothing to code; name a file, a folder or a web address, or - for standard input")
    wrong = next((name for name in inputs if name.startswith("-") and name != "-"), None)
    if wrong:
        raise DetenteError(
            f"unknown option {wrong}; see detente code --help (a file of that name: ./{wrong})"
        )


def _positive[N: (int, float)](option: str, value: float, kind: type[N]) -> N:
    if not 0 < value < float("inf"):
        raise DetenteError(f"{option}: {value:g} is not a size or time; give a number above 0")
    return kind(value)
