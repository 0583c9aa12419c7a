"""A stream of JSON lines -> documents and errors, one for each line that holds anything."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

import msgspec

from detente.documents.decoding import decode_text
from detente.documents.fields import make_document, too_large
from detente.errors import DocumentError
from detente.records import Document

FIELDS = '{"id", "text", "title", "outlet", "published", "url"}'

_SPREAD_OUT = re.compile(rb"\s*(?:[\[{]\s*|\[\s*\{.*)")  # `{` or `[` alone on its line, or a list of objects


class Line(msgspec.Struct, frozen=True):
    """One JSON line as it comes in; other fields are passed over."""

    text: str
    id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def read_json_lines(
    head: bytes, rest: BinaryIO, *, file: str, limit: int, encoding: str | None = None
) -> Iterator[Document | DocumentError]:
    """The document of each line, or what is wrong with it; blank lines are passed over.

    head: what was read already to see what the stream holds, whole lines. limit: bytes a line may have. encoding: what
    the user named in place of UTF-8.
    A JSON value spread over several lines gives one error, not one for each of its lines.
    """
    head = head.removeprefix(BOM_UTF8)
    if _SPREAD_OUT.fullmatch(head.strip()):
        yield DocumentError(
            file=file,
            problem="is one JSON value, not JSON lines",
            remedy="write one object a line, for example with `jq -c '.[]'`",
        )
        return
    for number, line in enumerate(_bounded_lines(head, rest, limit), 1):
        record = f"line {number}"
        if line is None:
            yield too_large(file, limit=limit, record=record)
        elif line.strip():
            try:
                yield read_json_line(line, file=file, record=record, encoding=encoding)
            except DocumentError as error:
                yield error


def _bounded_lines(head: bytes, rest: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines, None for one over the limit, which is never held in memory as a whole."""
    seen = BytesIO(head).readlines()
    yield from seen[:-1]
    line = seen[-1] if seen else rest.readline(limit + 1)
    while line:
        if len(line) <= limit:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = rest.readline(limit)
            yield None
        line = rest.readline(limit + 1)


def read_json_line(line: bytes, *, file: str, record: str, encoding: str | None = None) -> Document:
    """The document of one JSON line. Raises `DocumentError`."""
    try:
        entry = _decode(line, where=f"{file}: {record}", encoding=encoding)
    except msgspec.DecodeError as error:
        what = "broken JSON" if not isinstance(error, msgspec.ValidationError) else "not a document"
        raise DocumentError(
            file=file,
            record=record,
            problem=f"{what} ({error})",
            remedy=f"write one JSON object with the fields {FIELDS}, of which only text is needed",
        ) from error
    return make_document(
        entry.text,
        file=file,
        record=record,
        source_id=None if entry.id is None else str(entry.id),
        title=entry.title,
        outlet=entry.outlet,
        published=entry.published,
        url=entry.url,
    )


def _decode(line: bytes, *, where: str, encoding: str | None) -> Line:
    if encoding is None:
        try:
            return msgspec.json.decode(line, type=Line)
        except UnicodeDecodeError:
            pass  # said below as for any other text
    return msgspec.json.decode(decode_text(line, file=where, encoding=encoding), type=Line)
