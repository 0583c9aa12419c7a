"""Paths, folders, web addresses and `-` -> documents, and an error for each input that cannot be read.

Errors are yielded, not raised, so that one bad input does not end a batch.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import msgspec

from detente.documents.boilerplate import Boilerplate, load_boilerplate
from detente.documents.contents import Terms, read_contents
from detente.documents.days import read_day
from detente.documents.fields import MEGABYTE, one_line, unreadable
from detente.documents.mail import read_mailbox, read_message
from detente.documents.media import FORMATS, NAMED, form_of
from detente.documents.sheets import read_sheet
from detente.documents.tables import count_rows, read_parquet
from detente.documents.web import fetch
from detente.errors import DocumentError
from detente.knowledge.files import BUILT_IN
from detente.records import Document

STANDARD_INPUT = "-"
MAX_BYTES = 10 * MEGABYTE
TIMEOUT = 20.0

_WEB = ("http://", "https://")
type Item = Document | DocumentError


def read_documents(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    boilerplate: Boilerplate | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """Every document of the inputs, in order; see `read_named_documents`."""
    named = read_named_documents(
        inputs,
        published=published,
        outlet=outlet,
        encoding=encoding,
        max_bytes=max_bytes,
        timeout=timeout,
        boilerplate=boilerplate,
        stdin=stdin,
    )
    return (item for _, item in named)


def read_named_documents(
    inputs: Iterable[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
    boilerplate: Boilerplate | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[tuple[str, Item]]:
    """Every document of the inputs with the file or address that it came from, in order; folders are read through,
    sorted by name.

    published, outlet: take the place of what the inputs say. encoding: of plain text and pages.
    max_bytes: of one document. timeout: seconds for one web page. boilerplate: rules for what is
    no article, ours if left out. stdin: what `-` reads.
    """
    day = read_day(published, file="--published")
    name = one_line(outlet)
    rules = boilerplate or load_boilerplate([BUILT_IN])
    terms = Terms(max_bytes=max_bytes, timeout=timeout, boilerplate=rules, encoding=encoding)
    for source in inputs:
        for place, item in _read_input(source, terms, stdin):
            if isinstance(item, Document) and (day or name):
                changes = {"published": day or item.published, "outlet": name or item.outlet}
                yield place, msgspec.structs.replace(item, **changes)
            else:
                yield place, item


def count_documents(inputs: Iterable[str]) -> int | None:
    """How many documents the inputs hold, without reading them through; None when that cannot be known."""
    total = 0
    for source in inputs:
        if source == STANDARD_INPUT:
            return None
        path = Path(source)
        for file in files_below(path) if path.is_dir() else [path]:
            form = (FORMATS | NAMED).get(file.suffix.lower())
            if form in ("mbox", "csv"):
                return None
            total += _COUNTS[form](file) if form in _COUNTS else 1
    return total


def _read_input(source: str, terms: Terms, stdin: BinaryIO | None) -> Iterator[tuple[str, Item]]:
    if Path(source).is_dir() and source != STANDARD_INPUT:
        yield from _read_folder(Path(source), terms)
        return
    name = "standard input" if source == STANDARD_INPUT else source
    yield from ((name, item) for item in _read_one(source, terms, stdin))


def _read_one(source: str, terms: Terms, stdin: BinaryIO | None) -> Iterator[Item]:
    if source == STANDARD_INPUT:
        yield from read_contents(stdin or sys.stdin.buffer, file="standard input", terms=terms)
    elif source.lower().startswith(_WEB):
        yield from _read_web(source, terms)
    elif "://" in source and not Path(source).exists():
        yield DocumentError(
            file=source,
            problem="is no address that can be fetched",
            remedy="give one that begins with http:// or https://, or the path of a file",
        )
    else:
        yield from _read_file(Path(source), terms)


def _read_web(url: str, terms: Terms) -> Iterator[Item]:
    try:
        page = fetch(url, limit=terms.max_bytes, timeout=terms.timeout)
        yield from read_contents(
            BytesIO(page.raw),
            file=url,
            terms=terms,
            form=form_of(page.media_type),
            charset=page.charset,
            url=page.url,
        )
    except DocumentError as error:
        yield error


def _read_folder(folder: Path, terms: Terms) -> Iterator[tuple[str, Item]]:
    empty = True
    closed: list[OSError] = []
    for path in files_below(folder, on_error=closed.append):
        empty = False
        yield from ((str(path), item) for item in _read_file(path, terms))
    for error in closed:
        yield str(error.filename), unreadable(str(error.filename), error)
    if empty and not closed:
        yield (
            str(folder),
            DocumentError(
                file=str(folder),
                problem="no documents in this folder",
                remedy=f"in a folder, files ending in {', '.join(FORMATS)} are read; name others one by one",
            ),
        )


def files_below(folder: Path, *, on_error: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """The files that are read of a folder and all below it, sorted by name; `on_error` gets a folder that is closed."""
    for parent, folders, files in folder.walk(on_error=on_error):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(files):
            if Path(name).suffix.lower() in FORMATS and not name.startswith("."):
                yield parent / name


def _read_file(path: Path, terms: Terms) -> Iterator[Item]:
    form = (FORMATS | NAMED).get(path.suffix.lower())
    try:
        if form in _WHOLE:
            yield from _WHOLE[form](path, terms)
            return
        with path.open("rb") as stream:
            size = path.stat().st_size if path.is_file() else None
            yield from read_contents(stream, file=str(path), terms=terms, form=form, size=size)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield unreadable(str(path), error)


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def _read_csv(path: Path, terms: Terms) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            yield from read_sheet(stream, file=str(path), limit=terms.max_bytes, encoding=terms.encoding)
    except DocumentError as error:
        yield error


_COUNTS: Mapping[str | None, Callable[[Path], int]] = {"jsonl": _count_lines, "parquet": count_rows}
_WHOLE: Mapping[str | None, Callable[[Path, Terms], Iterator[Item]]] = {
    "parquet": lambda path, terms: read_parquet(path, limit=terms.max_bytes),
    "csv": _read_csv,
    "mbox": lambda path, terms: read_mailbox(path, limit=terms.max_bytes, boilerplate=terms.boilerplate),
    "mail": lambda path, terms: read_message(path, limit=terms.max_bytes, boilerplate=terms.boilerplate),
}
