"""Bytes that a server sends packed, although nobody asked it to, as what was packed; all others as they are."""

from __future__ import annotations

import zlib

from detente.documents.fields import too_large
from detente.errors import DocumentError

_GZIP = b"\x1f\x8b"
_WITH_GZIP_HEADER = 31  # what zlib calls it


def unpacked(raw: bytes, *, file: str, limit: int) -> bytes:
    """What a gzip file holds, at most `limit` bytes of it. Raises `DocumentError` for more, or for a torn one."""
    if not raw.startswith(_GZIP):
        return raw
    opener = zlib.decompressobj(_WITH_GZIP_HEADER)
    try:
        held = opener.decompress(raw, limit + 1)
    except zlib.error as error:
        raise _torn(file) from error
    if len(held) > limit:
        raise too_large(file, limit=limit)
    if not opener.eof:
        raise _torn(file)
    return held


def _torn(file: str) -> DocumentError:
    return DocumentError(file=file, problem="is a damaged gzip file", remedy="try again later")
