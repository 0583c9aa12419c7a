"""A Parquet file -> the documents in its rows: the columns are those of JSON lines, other columns are passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from detente.documents.fields import make_document, too_large
from detente.errors import DocumentError
from detente.records import Document

if TYPE_CHECKING:
    import pyarrow.parquet

COLUMNS = ("id", "text", "title", "outlet", "published", "url")
ROWS = 500  # held at a time


def read_parquet(path: Path, *, limit: int) -> Iterator[Document | DocumentError]:
    """The document of each row, or what is wrong with it."""
    try:
        with open_parquet(path) as table:
            columns = [name for name in COLUMNS if name in table.schema_arrow.names]
            if "text" not in columns:
                there = ", ".join(table.schema_arrow.names)
                raise DocumentError(
                    file=str(path),
                    problem=f"has no column 'text', only {there}",
                    remedy=f"name its columns {', '.join(COLUMNS)}, of which only text is needed, or say which they "
                    "are with detente batch --column, whose reports detente add --reports keeps",
                )
            for number, row in enumerate(rows_of(table, columns), 1):
                yield read_row(row, file=str(path), record=f"row {number}", limit=limit)
    except DocumentError as error:
        yield error


def open_parquet(path: Path | BinaryIO, *, name: str | None = None) -> pyarrow.parquet.ParquetFile:
    """The file, to be closed by the caller; `name` is that of an open one. Raises `DocumentError` when it is no Parquet."""
    from pyarrow import ArrowException  # noqa: PLC0415 - slow to load, and rarely needed
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    try:
        return ParquetFile(path)
    except (ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the file system, not of what the file holds
        raise DocumentError(
            file=name or str(path),
            problem=f"is no Parquet file ({' '.join(str(error).split())})",
            remedy="write it anew, or give JSON lines",
        ) from error


def rows_of(table: Any, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows as dictionaries, a few at a time."""
    for batch in table.iter_batches(batch_size=ROWS, columns=columns):
        yield from batch.to_pylist()


def count_rows(path: Path) -> int:
    """How many rows there are, without reading them; 1 for what cannot be opened."""
    try:
        with open_parquet(path) as table:
            return int(table.metadata.num_rows)
    except (DocumentError, OSError):
        return 1


def read_row(row: Mapping[str, Any], *, file: str, record: str, limit: int) -> Document | DocumentError:
    """The document of a row, or what is wrong with it; `limit` in bytes."""
    try:
        words = {name: _words(row.get(name), name, file, record) for name in COLUMNS if name != "published"}
        text = words.pop("text") or ""
        if len(text) > limit:
            raise too_large(file, limit=limit, record=record, size=len(text.encode()))
        return make_document(
            text,
            file=file,
            record=record,
            source_id=words.pop("id"),
            published=_day(row.get("published")),
            **words,
        )
    except DocumentError as error:
        return error


def _day(value: object) -> str | None:
    """A date or date-time column as ISO text; text as it is."""
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


def _words(value: object, column: str, file: str, record: str) -> str | None:
    """The words of a cell. Some programs write text as bytes that nothing calls text; numbers are ids and no text.

    Raises `DocumentError`.
    """
    if value is None or isinstance(value, str):
        return value
    try:
        if isinstance(value, bytes):
            return value.decode("utf-8")
    except UnicodeDecodeError as error:
        problem, remedy = f"{column} is not text in UTF-8 (byte {error.start + 1})", "write it as text"
        raise DocumentError(file=file, record=record, problem=problem, remedy=remedy) from error
    if column == "text":
        raise DocumentError(
            file=file,
            record=record,
            problem=f"its text is no text ({type(value).__name__})",
            remedy="name the column that holds the article",
        )
    return str(value)
