"""Files of reports coded earlier -> the reports, and an error for each that is none: JSON lines or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from detente.documents.fields import document_id, unreadable
from detente.documents.media import FORMATS
from detente.documents.tables import open_parquet, rows_of
from detente.errors import DocumentError
from detente.records import Report

WHOLE = "report"  # a column of this name holds a report as JSON; otherwise the columns are its fields

_FORMS = ("parquet", "jsonl")

type Item = Report | DocumentError


def read_reports(inputs: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """The report of each line or row of the files; `-` is standard input, a folder one that `detente batch` has made."""
    for source in inputs:
        if source == "-":
            yield from _read_lines(stdin or sys.stdin.buffer, "standard input")
            continue
        for path in _files_in(Path(source)) if Path(source).is_dir() else [Path(source)]:
            yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Item]:
    try:
        if FORMATS.get(path.suffix.lower()) == "parquet":
            yield from _read_table(path)
        else:
            with path.open("rb") as stream:
                yield from _read_lines(stream, str(path))
    except DocumentError as error:
        yield error
    except OSError as error:
        yield unreadable(str(path), error)


def _files_in(folder: Path) -> list[Path]:
    """Those in the folder itself: below it, `batch` keeps what went wrong. Raises `DocumentError` when there are none."""
    files = sorted(file for file in folder.iterdir() if FORMATS.get(file.suffix.lower()) in _FORMS)
    if not files:
        raise DocumentError(
            file=str(folder),
            problem="holds no file of reports ending in .parquet or .jsonl",
            remedy="name a folder that detente batch has written, or a file",
        )
    return files


def _read_lines(stream: BinaryIO, file: str) -> Iterator[Item]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _checked(lambda line=line: msgspec.json.decode(line, type=Report), file, f"line {number}")


def _read_table(path: Path) -> Iterator[Item]:
    with open_parquet(path) as table:
        for number, row in enumerate(rows_of(table), 1):
            yield _checked(lambda row=row: _of_row(row), str(path), f"row {number}")


def _of_row(row: dict[str, Any]) -> Report:
    if isinstance(row.get(WHOLE), str):
        return msgspec.json.decode(row[WHOLE], type=Report)
    return msgspec.convert({name: _plain(value) for name, value in row.items()}, type=Report, strict=False)


def _plain(value: Any) -> Any:
    """Parquet writes an object of names and texts as pairs."""
    if isinstance(value, list):
        if value and all(isinstance(one, tuple) and len(one) == 2 for one in value):
            return dict(value)
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _default(name, _plain(one)) for name, one in value.items()}
    return value


def _default(name: str, value: Any) -> Any:
    return {} if name == "unknown" and not value else value


def _checked(read: Any, file: str, record: str) -> Item:
    try:
        report: Report = read()
        if report.id != document_id(report.text):
            raise msgspec.ValidationError("its id is not that of its text")
    except (msgspec.DecodeError, UnicodeError) as error:
        return DocumentError(
            file=file,
            record=record,
            problem=f"is no report ({error})",
            remedy="give what detente code --format jsonl or detente batch writes",
        )
    return report
