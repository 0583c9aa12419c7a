"""A shard in, its documents out, and an error for each record that is none; a torn file gives what is readable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from detente.batch.shards import Shard
from detente.documents.boilerplate import Boilerplate
from detente.documents.decoding import decode_page, decode_text
from detente.documents.fields import MEGABYTE, make_document, too_large
from detente.documents.lines import read_json_lines
from detente.documents.pages import read_page
from detente.documents.sheets import read_sheet
from detente.documents.tables import COLUMNS, open_parquet, read_row, rows_of
from detente.errors import DetenteError, DocumentError
from detente.records import Document

type Item = Document | DocumentError

TORN = "cannot be read further"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How shards are read. columns: the columns of Parquet and CSV files, by field. max_bytes: of one document."""

    boilerplate: Boilerplate
    columns: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 10 * MEGABYTE


def read_shard(shard: Shard, terms: Terms) -> Iterator[Item]:
    """The documents of a shard, in its order. Raises `DetenteError` when nothing of it can be read at all."""
    import fsspec  # noqa: PLC0415 - slow to load

    packed = "infer" if shard.form in ("jsonl", "csv") else None  # archives are unpacked record by record
    try:
        with fsspec.open(shard.source, "rb", compression=packed) as stream:
            yield from _until_torn(_READERS[shard.form](stream, shard.source, terms), shard.source)
    except OSError as error:
        raise DetenteError(f"{shard.source}: cannot be read ({error}); check that it is there") from error


def _until_torn(items: Iterator[Item], file: str) -> Iterator[Item]:
    """The items up to where the file is damaged, and there one error that says so. Raises it when none came before."""
    import zlib  # noqa: PLC0415

    some = False
    try:
        for item in items:
            yield item
            some = True
    except (EOFError, OSError, ValueError, zlib.error) as error:
        what = " ".join(str(error).split()) or type(error).__name__
        if not some:
            raise DocumentError(
                file=file, problem=f"is damaged ({what})", remedy="fetch or write it again"
            ) from error
        yield DocumentError(
            file=file, problem=f"{TORN} ({what})", remedy="fetch it again; what came before was read"
        )


def _read_table(stream: BinaryIO, file: str, terms: Terms) -> Iterator[Item]:
    """The rows of a Parquet file under the columns that the user named."""
    wanted = {name: terms.columns.get(name, name) for name in COLUMNS}
    with open_parquet(stream, name=file) as table:
        there = table.schema_arrow.names
        missing = [column for name, column in wanted.items() if column not in there and name in terms.columns]
        if wanted["text"] not in there or missing:
            column = (missing or [wanted["text"]])[0]
            raise DetenteError(
                f"{file}: has no column '{column}', only {', '.join(there)}; name them with --column"
            )
        columns = [column for column in wanted.values() if column in there]
        for number, row in enumerate(rows_of(table, columns), 1):
            named = {name: row.get(column) for name, column in wanted.items()}
            yield read_row(named, file=file, record=f"row {number}", limit=terms.max_bytes)


def _read_lines(stream: BinaryIO, file: str, terms: Terms) -> Iterator[Item]:
    return read_json_lines(b"", stream, file=file, limit=terms.max_bytes)


def _read_csv(stream: BinaryIO, file: str, terms: Terms) -> Iterator[Item]:
    return read_sheet(stream, file=file, limit=terms.max_bytes, columns=terms.columns)


def _read_archive(stream: BinaryIO, file: str, terms: Terms) -> Iterator[Item]:
    """The pages of a WARC file and the texts of a WET file; what is no page of text is passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - slow to load

    kinds = WarcRecordType.response | WarcRecordType.conversion
    for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all"):
        if record.record_type == WarcRecordType.response and not _is_page(record):
            continue
        try:
            yield _read_record(record, file, terms)
        except DocumentError as error:
            yield error


def _is_page(record: Any) -> bool:
    html = "html" in str(record.http_content_type or "")
    return html and record.http_headers is not None and record.http_headers.status_code == 200


def _read_record(record: Any, file: str, terms: Terms) -> Document:
    name, url = record.record_id, record.headers.get("WARC-Target-URI")
    raw = record.reader.read(terms.max_bytes + 1)
    if len(raw) > terms.max_bytes:
        raise too_large(file, limit=terms.max_bytes, record=name)
    where = f"{file}: {name}"
    if record.http_headers is None:
        return make_document(decode_text(raw, file=where), file=file, record=name, source_id=name, url=url)
    from msgspec.structs import replace  # noqa: PLC0415

    html = decode_page(raw, file=where, declared=record.http_charset)
    page = read_page(html, file=where, boilerplate=terms.boilerplate, url=url)
    return replace(page, source_id=name)


_READERS: Mapping[str, Callable[[Any, str, Terms], Iterator[Item]]] = {
    "parquet": _read_table,
    "jsonl": _read_lines,
    "warc": _read_archive,
    "csv": _read_csv,
}
