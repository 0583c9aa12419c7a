"""A CSV file -> the documents in its rows: the columns are those of JSON lines, other columns are passed over."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import TextIOWrapper
from itertools import chain
from typing import BinaryIO

from detente.documents.tables import COLUMNS, read_row
from detente.errors import DocumentError
from detente.records import Document

SEPARATORS = ",;\t"  # the one that the header has most of
_CELL = 2**31 - 1  # the reader's own limit is far below that of a document, which is told row by row


def read_sheet(
    stream: BinaryIO,
    *,
    file: str,
    limit: int,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
) -> Iterator[Document | DocumentError]:
    """The document of each row, or what is wrong with it; `columns` are those that the user named, by field.

    Raises `DocumentError` when the file is not text, or has no such column.
    """
    csv.field_size_limit(_CELL)
    try:
        # Not to be closed here: the stream is the caller's.
        lines = TextIOWrapper(stream, encoding=encoding or "utf-8-sig", newline="")
    except LookupError as error:
        raise _no_text(file, encoding, error) from error
    try:
        yield from _documents(lines, file, limit, columns or {})
    except UnicodeError as error:
        raise _no_text(file, encoding, error) from error
    except csv.Error as error:
        raise DocumentError(file=file, problem=f"is no CSV ({error})", remedy="save it anew") from error
    finally:
        lines.detach()


def _documents(
    lines: TextIOWrapper, file: str, limit: int, columns: Mapping[str, str]
) -> Iterator[Document | DocumentError]:
    first = lines.readline()
    rows = csv.reader(chain([first], lines), delimiter=max(SEPARATORS, key=first.count))
    header = [name.strip() for name in next(rows, [])]
    places = _places(header, columns, file)
    for number, cells in enumerate((cells for cells in rows if cells), 1):
        yield _document(cells, places, len(header), file=file, record=f"row {number}", limit=limit)


def _no_text(file: str, encoding: str | None, error: Exception) -> DocumentError:
    return DocumentError(
        file=file,
        problem=f"is not text in {encoding or 'UTF-8'} ({' '.join(str(error).split())})",
        remedy="save it as CSV in UTF-8, or name its encoding, such as detente add --encoding windows-1252",
    )


def _places(header: Sequence[str], named: Mapping[str, str], file: str) -> dict[str, int]:
    """Where each field stands."""
    wanted = {name: named.get(name, name) for name in COLUMNS}
    for name, column in wanted.items():
        if column not in header and (name == "text" or name in named):
            raise DocumentError(
                file=file,
                problem=f"has no column '{column}', only {', '.join(header) or 'nothing'}",
                remedy=f"name its columns {', '.join(COLUMNS)}, of which only text is needed, or say which they are "
                "with detente batch --column, whose reports detente add --reports keeps",
            )
    return {name: header.index(column) for name, column in wanted.items() if column in header}


def _document(
    cells: Sequence[str], places: Mapping[str, int], width: int, *, file: str, record: str, limit: int
) -> Document | DocumentError:
    if len(cells) < width or any(cells[width:]):
        return DocumentError(
            file=file,
            record=record,
            problem=f"has {len(cells)} cells, and the header has {width}",
            remedy='put cells with separators or line breaks between quotation marks, and write " in them twice',
        )
    row = {name: cells[place] or None for name, place in places.items()}
    return read_row(row, file=file, record=record, limit=limit)
