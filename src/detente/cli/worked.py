"""A command line about the examples in, a code block with what it prints out.

    detente export csv reports.jsonl -- record 3     the third row of a table, a line for each column
    detente calendar --as-of 2024-10-09 -- first 20  the first lines

`reports.jsonl` stands for the coded examples; commands that read a store read that file in its place.
"""

from __future__ import annotations

import contextlib
import csv
import io
import shlex
import tempfile
from functools import cache
from pathlib import Path

from detente.documents.plain import read_plain
from detente.pipeline import Coder
from detente.records import to_json

FILE = "reports.jsonl"
LANGUAGES = {"brief": "markdown", "feed": "xml"}


def worked(name: str, examples: Path) -> str:
    """The code block; `examples` is the folder of articles."""
    command, _, cut = name.partition(" -- ")
    words = shlex.split(command)[1:]
    text = printed(tuple(words), examples)
    how, _, number = cut.partition(" ")
    if how == "record":
        text = record(text, int(number))
    elif how == "first":
        text = "\n".join([*text.splitlines()[: int(number)], "..."])
    return f"```{LANGUAGES.get(words[0], 'text')}\n{text.rstrip()}\n```"


def printed(words: tuple[str, ...], examples: Path) -> str:
    """What the command prints."""
    from detente.cli import run  # noqa: PLC0415 - which imports this file's neighbours

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        file.write_bytes(coded_examples(examples))
        arguments = [str(file) if word == FILE else word for word in words]
        if words[0] != "export":
            arguments += ["--reports", str(file)]
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()) as errors:
            code = run(arguments)
        if code:
            raise SystemExit(f"detente {' '.join(words)}: {errors.getvalue()}")
        out.flush()
        data = out.buffer
        assert isinstance(data, io.BytesIO)
        return "\n".join(line.rstrip() for line in data.getvalue().decode().replace("\r\n", "\n").split("\n"))


@cache
def coded_examples(examples: Path) -> bytes:
    """The reports of the examples as JSON lines."""
    coder, files = Coder(), sorted(examples.glob("[0-9]*.md"))
    reports = (coder.code(read_plain(file.read_text(encoding="utf-8"), file=file.name)) for file in files)
    return b"".join(to_json(report) + b"\n" for report in reports)


def record(text: str, number: int) -> str:
    """A row of a table as `column  value` lines; columns without a value are left out."""
    head = text.partition("\n")[0]
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if "\t" in head else ","))
    width = max(map(len, rows[0]))
    pairs = zip(rows[0], rows[number], strict=False)
    return "\n".join(f"{column:{width}}  {value}" for column, value in pairs if value not in ("", "None"))
