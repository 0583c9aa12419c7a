"""A report -> the file or terminal that it is written to, in the format asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, TextIO

from detente.errors import MAKE_ROOM, NO_ROOM, DetenteError
from detente.outputs.jsonl import render_jsonl
from detente.records import Report

if TYPE_CHECKING:
    from rich.console import RenderableType

Format = Literal["table", "jsonl", "tree"]

WIDTH = 100  # of tables and trees that go into a file or pipe


def chosen_format(form: Format | None, output: Path | None) -> Format:
    """The format asked for, else a table on a terminal and JSON lines in a file or pipe."""
    return form or ("table" if output is None and sys.stdout.isatty() else "jsonl")


@contextmanager
def open_output(output: Path | None) -> Iterator[TextIO]:
    """The file, or standard output; flushed however it ends. Raises `DetenteError` when it cannot be written."""
    if output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a character shows another
        try:
            yield sys.stdout
        finally:
            sys.stdout.flush()
        return
    with _told_of(output), output.open("w", encoding="utf-8", newline="\n") as stream:
        yield stream


@contextmanager
def open_bytes(output: Path | None) -> Iterator[BinaryIO]:
    """The same for what is no text and of use only as a whole: a file gets its name when the block ends well.

    Until then, and when it does not, what had that name stays as it is.
    """
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = output.resolve()
    if not _is_replaceable(target):
        with _told_of(output), output.open("wb") as stream:
            yield stream
        return
    part = target.with_name(f".detente-{os.getpid()}.part")
    try:
        with _told_of(output, part, target, lost="the file is as it was"):
            with part.open("wb") as stream:
                yield stream
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _is_replaceable(target: Path) -> bool:
    """Whether another file may take its place: no device or pipe, nor what may be written only where it stands."""
    try:
        own = target.is_file() and os.access(target, os.W_OK) if target.exists() else True
    except OSError:  # of a name that is too long; to open it says so
        return False
    return own and os.access(target.parent, os.W_OK)


def tell_written(output: Path | None, count: int, noun: str) -> None:
    """Say on standard error how much went into a file; what goes to standard output is there to be seen."""
    from detente.outputs.wording import counted  # noqa: PLC0415

    if output is not None:
        sys.stderr.write(f"{counted(count, noun)} written to {output}\n")


@contextmanager
def _told_of(output: Path, *others: Path, lost: str = "what is there is not whole") -> Iterator[None]:
    """What the system says of the file when it is opened, written or closed, as one line with a remedy."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            remedy = f"{MAKE_ROOM}; {lost}"
        elif error.filename is not None and Path(error.filename) in (output, *others):
            remedy = "name another file"
        else:
            raise
        raise DetenteError(f"--output {output}: cannot be written ({error.strerror}); {remedy}") from error


def write_report(report: Report, form: Format, stream: TextIO) -> None:
    """Write one report and flush it, so that a reader at the other end of a pipe sees it at once."""
    if form == "jsonl":
        stream.buffer.write(render_jsonl(report))
        stream.buffer.flush()
    elif form == "table":
        from detente.outputs.table import render_table  # noqa: PLC0415

        draw(render_table(report), stream)
    else:
        from detente.outputs.tree import render_tree  # noqa: PLC0415

        draw(render_tree(report), stream)


def draw(drawing: RenderableType, stream: TextIO) -> None:
    """Draw a table or tree, with colours on a terminal only."""
    from rich.console import Console  # noqa: PLC0415

    if stream.isatty():
        Console(file=stream).print(drawing)
    else:  # a table fills its lines up with blanks, which are nothing to who reads a file
        console = Console(file=stream, width=WIDTH)
        with console.capture() as drawn:
            console.print(drawing)
        stream.writelines(f"{line.rstrip()}\n" for line in drawn.get().removesuffix("\n").split("\n"))
    stream.flush()
